package org.tandemsync.mapi.item;

import static org.tandemsync.mapi.item.Names.address;

import java.util.Set;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Fields;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;

/** Distribution lists (IPM.DistList, [MS-OXOCNTC] 2.2.2). */
public final class DistributionListCodec {
  private static final PropertyName NAME = address(0x8053);
  private static final PropertyTag NICKNAME = Names.tag(0x3A4F);
  private static final int ICON = 0x202;
  private static final int SIDE_EFFECTS = 0x10;

  private DistributionListCodec() {}

  /**
   * The list.
   *
   * @param uid what it has unless it carries one of our own
   * @param contacts finds the members that are contacts of the same file
   */
  public static DistributionList read(Message message, String uid, MemberSource contacts) {
    PropertyBag bag = message.properties();
    String own = bag.text(Tags.TANDEM_UID);
    return DistributionList.builder()
        .uid(own.isEmpty() ? uid : own)
        .name(name(bag))
        .fileAs(FileAs.read(bag))
        .nickname(bag.text(NICKNAME))
        .members(MemberCodec.read(bag, contacts))
        .notes(BodyCodec.read(bag))
        .categories(CommonFields.categories(bag))
        .sensitivity(CommonFields.sensitivity(bag))
        .userProperties(CommonFields.userProperties(bag))
        .created(bag.time(Tags.CREATED))
        .modified(bag.time(Tags.MODIFIED))
        .build();
  }

  private static String name(PropertyBag bag) {
    String name = bag.text(NAME);
    return name.isEmpty() ? bag.text(Tags.DISPLAY_NAME) : name;
  }

  /**
   * Sets the properties of the fields that changed.
   *
   * @param item the whole list
   * @param fields names of {@code Fields.DISTRIBUTION_LIST}; all of them for a new list
   * @param contacts finds what the members of the list as it is are
   * @param targets finds what its new members are
   */
  public static void write(
      DistributionList item,
      Set<String> fields,
      MessageEdit edit,
      MemberSource contacts,
      MemberTarget targets) {
    if (edit.isNew()) {
      writeNew(item, edit.properties());
      writeFields(item, fields, false, edit.properties(), contacts, targets);
    } else {
      DistributionList there = read(edit.before(), item.uid(), contacts);
      Set<String> differing = CommonFields.differing(Fields.DISTRIBUTION_LIST, fields, item, there);
      boolean filed = fields.contains("file-as") && !item.fileAs().isBlank();
      writeFields(item, differing, filed, edit.properties(), contacts, targets);
    }
  }

  private static void writeNew(DistributionList item, PropertyEdits edits) {
    CommonFields.writeNew("IPM.DistList", ICON, SIDE_EFFECTS, edits);
    edits
        .text(Tags.TANDEM_UID, item.uid())
        .flag(address(0x8025), false) // journal
        .integer(address(0x8029), 0); // no addresses of its own
  }

  private static void writeFields(
      DistributionList item,
      Set<String> fields,
      boolean filed,
      PropertyEdits edits,
      MemberSource contacts,
      MemberTarget targets) {
    writeNames(item, fields, filed, edits);
    if (fields.contains("members")) {
      MemberCodec.write(item.members(), edits, contacts, targets);
    }
    if (fields.contains("notes")) {
      BodyCodec.write(item.notes(), edits);
    }
    if (fields.contains("categories")) {
      CommonFields.writeCategories(item.categories(), edits);
    }
    if (fields.contains("sensitivity")) {
      CommonFields.writeSensitivity(item.sensitivity(), edits);
    }
    if (fields.contains("user-properties")) {
      CommonFields.writeUserProperties(item.userProperties(), edits);
    }
  }

  private static void writeNames(
      DistributionList item, Set<String> fields, boolean filed, PropertyEdits edits) {
    if (fields.contains("name")) {
      edits.text(NAME, item.name()).text(Tags.DISPLAY_NAME, item.name());
      CommonFields.writeSubject(item.name(), edits);
    }
    PropertyBag before = edits.before();
    String there = FileAs.read(before);
    if (fields.contains("file-as")) {
      FileAs.writeList(item.fileAs(), item.name(), edits);
    } else if (fields.contains("name")
        && !filed
        && (there.isEmpty() || there.equals(name(before)))) {
      FileAs.writeList(there.isEmpty() ? "" : item.name(), item.name(), edits);
    }
    if (fields.contains("nickname")) {
      edits.text(NICKNAME, item.nickname());
    }
  }
}
