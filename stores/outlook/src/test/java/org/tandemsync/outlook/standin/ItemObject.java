package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * An item that somebody has open. What is set is a draft until {@code Save}; one that somebody else
 * has saved meanwhile cannot be saved; one that was moved or deleted answers nothing any more.
 */
class ItemObject extends StandInObject {
  static final Map<String, String> CLASSES =
      Map.of(
          "AppointmentItem", "IPM.Appointment",
          "TaskItem", "IPM.Task",
          "ContactItem", "IPM.Contact",
          "DistListItem", "IPM.DistList");

  private final StoredItem draft;
  private final StoredFolder home;
  private @Nullable StoredItem stored;
  private boolean gone;
  private boolean saved;

  /** A new one, in its folder when it is saved. */
  ItemObject(StandIn outlook, String type, StoredFolder home) {
    super(outlook);
    this.draft = new StoredItem(type);
    this.home = home;
    draft.values().put(key("MessageClass"), Variant.of(Objects.requireNonNull(CLASSES.get(type))));
    draft.values().put(key("Importance"), Variant.of(1));
  }

  /** One that is there. */
  ItemObject(StandIn outlook, StoredItem stored) {
    super(outlook);
    this.draft = stored.copy();
    this.home = stored.folder() == null ? outlook.root() : stored.folder();
    this.stored = stored;
    this.saved = true;
  }

  static ItemObject open(StandIn outlook, StoredItem stored) {
    return switch (stored.type()) {
      case "AppointmentItem" -> new AppointmentObject(outlook, stored);
      case "TaskItem" -> new TaskObject(outlook, stored);
      default -> new ItemObject(outlook, stored);
    };
  }

  static ItemObject make(StandIn outlook, String type, StoredFolder home) {
    return switch (type) {
      case "AppointmentItem" -> new AppointmentObject(outlook, home);
      case "TaskItem" -> new TaskObject(outlook, home);
      default -> new ItemObject(outlook, type, home);
    };
  }

  @Override
  final String type() {
    return draft.type();
  }

  final StoredItem draft() {
    return draft;
  }

  final void edited() {
    saved = false;
  }

  final boolean saved() {
    return saved;
  }

  final void savedIs(boolean value) {
    saved = value;
  }

  final String key(String property) {
    return property(property).key();
  }

  private ItemProperty property(String name) {
    return ItemProperty.find(draft.type(), name).orElseThrow(() -> unsupported(name));
  }

  final Variant shown(String name) {
    ItemProperty property = property(name);
    return property.shown(draft.values().get(property.key()), outlook);
  }

  final void keep(String name, Variant value) {
    ItemProperty property = property(name);
    draft.values().put(property.key(), property.kept(value, outlook));
    edited();
  }

  final void alive(String member) {
    StoredItem kept = stored;
    if (gone
        || (kept != null && outlook.item(kept.entryId()).isEmpty() && !kept.entryId().isEmpty())) {
      throw failure(HResult.MAPI_E_OBJECT_DELETED, member, "The item has been moved or deleted.");
    }
  }

  @Override
  Variant get(String name) {
    alive(name);
    return switch (name) {
      case "EntryID" -> Variant.of(stored == null ? "" : stored.entryId());
      case "Saved" -> Variant.of(saved);
      case "Size" -> Variant.of(1000);
      case "Parent" -> reference(new FolderObject(outlook, home));
      case "PropertyAccessor" ->
          reference(new PropertyAccessorObject(outlook, draft.values(), this::edited));
      case "Attachments" -> reference(new AttachmentsObject(outlook, draft, this::edited));
      case "Recipients" ->
          reference(new RecipientsObject(outlook, draft.recipients(), this::edited));
      case "UserProperties" -> reference(new UserPropertiesObject(outlook, draft, this::edited));
      case "MemberCount" -> Variant.of(draft.recipients().size());
      case "RTFBody" -> {
        Variant body = draft.values().get("tag:1009");
        yield body == null ? Variant.of(Bytes.EMPTY) : body;
      }
      default -> shown(name);
    };
  }

  @Override
  void put(String name, Variant value) {
    alive(name);
    if (name.equals("RTFBody")) {
      draft.values().put("tag:1009", value);
      draft.values().put(key("Body"), MapiView.textOf(((Variant.Binary) value).value()));
      edited();
    } else if (name.equals("Body")) {
      keep(name, value);
      draft.values().put("tag:1009", MapiView.rtfOf(text(value)));
    } else {
      keep(name, value);
      if (name.matches("Email[123]Address")) {
        // as Outlook does for what looks like an internet address
        keep(name + "Type", Variant.of("SMTP"));
      }
    }
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    alive(name);
    switch (name) {
      case "Save" -> save();
      case "Delete" -> delete();
      case "Close" -> close(integer(arguments.getFirst()));
      case "Move" -> {
        return move(((FolderObject) object(arguments.getFirst())).folder());
      }
      case "AddPicture" -> {
        removePicture();
        new AttachmentsObject(outlook, draft, this::edited).addPicture(text(arguments.getFirst()));
        keep("HasPicture", Variant.of(true));
      }
      case "RemovePicture" -> {
        removePicture();
        keep("HasPicture", Variant.of(false));
      }
      case "AddMember" -> addMember(((RecipientObject) object(arguments.getFirst())).recipient());
      case "RemoveMember" -> {
        String address = ((RecipientObject) object(arguments.getFirst())).recipient().address;
        draft.recipients().removeIf(r -> r.address.equals(address));
      }
      case "GetMember" -> {
        return reference(
            new RecipientObject(
                outlook, draft.recipients(), integer(arguments.getFirst()) - 1, this::edited));
      }
      default -> throw unsupported(name);
    }
    return Variant.NOTHING;
  }

  private void removePicture() {
    draft.attachments().removeIf(a -> Variant.of(true).equals(a.values().get("tag:7FFF")));
  }

  private void addMember(StoredRecipient recipient) {
    if (!recipient.resolved) {
      throw failure(HResult.E_INVALIDARG, "AddMember", "The recipient is not resolved.");
    }
    draft.recipients().add(recipient.copy());
    edited();
  }

  /** olSave, olDiscard, olPromptForSave. */
  private void close(int mode) {
    switch (mode) {
      case 0 -> save();
      case 1 -> gone = stored == null;
      default -> throw new UnsupportedOperationException("nobody answers a question here");
    }
  }

  void save() {
    StoredItem kept = stored;
    if (kept != null && kept.change() != draft.change()) {
      throw failure(
          HResult.MAPI_E_OBJECT_CHANGED,
          "Save",
          "The operation cannot be performed because the message has been changed.");
    }
    Variant now = Variant.of(outlook.now());
    boolean isNew = kept == null;
    if (kept == null) {
      draft.values().put(key("CreationTime"), now);
      kept = new StoredItem(draft.type());
      stored = kept;
      identify();
      outlook.keep(kept, home);
    }
    draft.values().put(key("LastModificationTime"), now);
    draft.changed(outlook.nextChange());
    StoredItem before = kept.copy();
    kept.take(draft);
    kept.changed(draft.change());
    StoredItem after = kept;
    after.exceptions().values().forEach(e -> e.ifPresent(x -> x.follow(before, after)));
    SavedProperties.follow(outlook, kept);
    after.values().all().forEach((key, value) -> draft.values().put(key, value));
    outlook.shelve(kept, isNew);
    saved = true;
    if (isNew) {
      outlook.events().added(kept);
    } else {
      outlook.events().changed(kept);
    }
  }

  private void identify() {
    if (draft.type().equals("AppointmentItem")) {
      String id =
          "040000008200E00074C5B7101A82E008"
              + UUID.nameUUIDFromBytes(new byte[] {(byte) outlook.nextChange()})
                  .toString()
                  .replace("-", "")
                  .toUpperCase(Locale.ROOT);
      if (draft.values().get(AppointmentObject.GLOBAL_ID) == null) {
        draft
            .values()
            .put(
                AppointmentObject.GLOBAL_ID,
                Variant.of(Bytes.of(java.util.HexFormat.of().parseHex(id))));
        draft
            .values()
            .put(
                "id:6ED8DA90-450B-101B-98DA-00AA003F1305:0023",
                Variant.of(Bytes.of(java.util.HexFormat.of().parseHex(id))));
      }
    }
  }

  /** To the Deleted Items, under another id; from there for good. */
  void delete() {
    StoredItem kept = stored;
    gone = true;
    if (kept == null) {
      return;
    }
    StoredFolder bin = outlook.defaultFolder(3).orElseThrow();
    if (bin.equals(kept.folder())) {
      outlook.forget(kept);
    } else {
      outlook.keep(kept, bin);
    }
  }

  private Variant move(StoredFolder target) {
    if (stored == null) {
      save();
    }
    StoredItem kept = Objects.requireNonNull(stored);
    gone = true;
    outlook.keep(kept, target);
    return reference(open(outlook, kept));
  }
}
