package org.tandemsync.outlook.message;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.CompressedRtf;
import org.tandemsync.mapi.EncapsulatedHtml;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyValue;
import org.tandemsync.mapi.Span;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.UserFields;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.OlUserPropertyType;
import org.tandemsync.outlook.model.OutlookItem;
import org.tandemsync.outlook.model.PropertyAccessor;
import org.tandemsync.outlook.model.UserProperties;
import org.tandemsync.outlook.model.UserProperty;

/**
 * Carries the changes of a codec out on an open item, all but its times and its series. Nothing is
 * kept before the item is saved. Nothing is ever sent.
 */
public final class MessageChange {
  private static final Set<PropertyKey> BODY =
      Set.of(Tags.BODY, Tags.RTF, Tags.HTML, Tags.NATIVE_BODY, Tags.RTF_IN_SYNC);

  private final OutlookItem item;
  private final MessageEdit edit;
  private final PropertyEdits edits;

  private MessageChange(OutlookItem item, MessageEdit edit) {
    this.item = item;
    this.edit = edit;
    this.edits = edit.properties();
  }

  /**
   * Sets what the object model has, then the other properties, then text, people and files.
   *
   * @param session the zone in which Outlook shows times
   * @throws AutomationException if Outlook refuses something; the item is not to be saved then
   */
  public static void apply(OutlookItem item, MessageEdit edit, ZoneId session) {
    MessageChange change = new MessageChange(item, edit);
    Set<PropertyKey> done = ObjectModelProperties.apply(item, change.edits, session);
    done.addAll(change.userFields());
    change.others(done);
    change.body();
    if (item instanceof AppointmentItem appointment) {
      RecipientChanges.apply(appointment, edit);
    }
    AttachmentChanges.apply(item, edit);
  }

  // ---- what only MAPI has

  private void others(Set<PropertyKey> done) {
    Map<String, Variant> set = new LinkedHashMap<>();
    List<String> deleted = new ArrayList<>();
    edits
        .changes()
        .forEach(
            (key, value) -> {
              if (!done.contains(key)
                  && !BODY.contains(key)
                  && !FollowingProperties.contains(key)) {
                value.ifPresentOrElse(
                    v -> set.put(name(key, v), MapiVariants.variant(v)),
                    () -> delete(key, deleted));
              }
            });
    apply(item, set, deleted);
  }

  private static String name(PropertyKey key, PropertyValue value) {
    return AskedProperty.name(key, value.type()).schema();
  }

  /** What is not there need not go. */
  private void delete(PropertyKey key, List<String> into) {
    edits
        .before()
        .find(key)
        .ifPresent(raw -> into.add(AskedProperty.name(key, raw.type()).schema()));
  }

  private static void apply(OutlookItem item, Map<String, Variant> set, List<String> deleted) {
    if (set.isEmpty() && deleted.isEmpty()) {
      return;
    }
    try (PropertyAccessor mapi = item.propertyAccessor()) {
      set(mapi, set);
      if (!deleted.isEmpty()) {
        refuse(mapi.deleteProperties(deleted), deleted);
      }
    }
  }

  /** Sets properties with one call; an error of one is an error of all. */
  static void set(PropertyAccessor mapi, Map<String, Variant> values) {
    if (!values.isEmpty()) {
      List<String> names = List.copyOf(values.keySet());
      refuse(mapi.setProperties(names, List.copyOf(values.values())), names);
    }
  }

  private static void refuse(List<Variant> answers, List<String> names) {
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Variant.Failure(HResult error)
          && !error.equals(HResult.MAPI_E_NOT_FOUND)) {
        throw new AutomationException(
            error, "PropertyAccessor", "Outlook does not let " + names.get(i) + " be written");
      }
    }
  }

  // ---- the text

  /**
   * One form of the text: Outlook makes the others. HTML goes inside RTF, since appointments and
   * contacts have no HTMLBody.
   */
  private void body() {
    Optional<PropertyValue> html = edits.changed(Tags.HTML);
    Optional<PropertyValue> rtf = edits.changed(Tags.RTF);
    if (html.isPresent()) {
      String text = new String(html.get().bytes().toArray(), StandardCharsets.UTF_8);
      item.setRTFBody(Bytes.of(EncapsulatedHtml.encode(text)));
    } else if (rtf.isPresent()) {
      byte[] document = CompressedRtf.decode(Span.of(rtf.get().bytes().toArray()));
      item.setRTFBody(Bytes.of(document));
    } else if (edits.changes().containsKey(Tags.BODY)) {
      item.setBody(edits.changed(Tags.BODY).map(MessageChange::text).orElse(""));
    }
  }

  private static String text(PropertyValue value) {
    return new String(value.bytes().toArray(), StandardCharsets.UTF_16LE);
  }

  // ---- fields that a person has defined

  private Set<PropertyKey> userFields() {
    Set<String> names =
        new TreeSet<>(UserFields.names(edits.before().bytes(MessageReader.USER_FIELDS)));
    edits
        .changed(MessageReader.USER_FIELDS)
        .ifPresent(v -> names.addAll(UserFields.names(Span.of(v.bytes().toArray()))));
    Set<PropertyKey> done = new java.util.HashSet<>(Set.of(MessageReader.USER_FIELDS));
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : names) {
      PropertyName key = PropertyName.of(PropertySets.PUBLIC_STRINGS, name);
      if (edits.changes().containsKey(key)) {
        done.add(key);
        wanted.put(name, edits.changed(key).map(MessageChange::text).orElse(""));
      }
    }
    if (!wanted.isEmpty()) {
      try (UserProperties all = item.userProperties()) {
        wanted.forEach((name, value) -> userField(all, name, value));
      }
    }
    return done;
  }

  /** A field of another type gives way to a text of its name. */
  private static void userField(UserProperties all, String name, String value) {
    Optional<UserProperty> there = all.find(name);
    if (there.isPresent()) {
      try (UserProperty property = there.get()) {
        if (property.type() == OlUserPropertyType.olText) {
          property.setValue(Variant.of(value));
          return;
        }
        property.delete();
      }
    }
    try (UserProperty added = all.add(name, OlUserPropertyType.olText)) {
      added.setValue(Variant.of(value));
    }
  }
}
