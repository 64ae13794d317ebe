package org.tandemsync.services.json;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Task;
import tools.jackson.core.JsonGenerator;

/** Items as JSON, on one line, always the same for equal items. */
public final class ItemJson {
  private ItemJson() {}

  /** {@code {"kind":"appointment","subject":...}}. */
  public static String write(Item item) {
    JsonLine line = new JsonLine().text("kind", item.type().label());
    line.members(item);
    return line.toString();
  }

  /** The same of some fields only: equal for items that agree in these, in every detail. */
  public static String write(Item item, Set<String> fields) {
    JsonLine line = new JsonLine().text("kind", item.type().label());
    line.members(item, fields::contains);
    return line.toString();
  }

  /**
   * The item again. Fields that are not there have their defaults, unknown ones are passed over.
   *
   * @throws IllegalArgumentException if it is none, saying which field is wrong
   */
  public static Item read(String json) {
    return read(Form.members(Json.parse(json)));
  }

  /** The same JSON with pictures and attachments beside it. */
  public static PartedJson parted(Item item) {
    return PartedJson.of(LedgerJson.ITEM, item, null);
  }

  /**
   * What {@link #parted} has written.
   *
   * @throws IllegalArgumentException as {@link #read(String)}
   */
  public static Item read(PartedJson json) {
    return json.read(LedgerJson.ITEM);
  }

  static Item read(Map<String, Json> members) {
    String kind = new In(members).text("kind");
    for (ItemType type : ItemType.values()) {
      if (type.label().equals(kind)) {
        return read(type, members);
      }
    }
    throw new IllegalArgumentException("'" + kind + "' is no kind of item");
  }

  private static Item read(ItemType type, Map<String, Json> members) {
    return switch (type) {
      case APPOINTMENT -> ItemForms.APPOINTMENT.read(members);
      case TASK -> ItemForms.TASK.read(members);
      case CONTACT -> ItemForms.CONTACT.read(members);
      case DISTRIBUTION_LIST -> ItemForms.DISTRIBUTION_LIST.read(members);
    };
  }

  static void writeMembers(JsonGenerator out, Item item) {
    writeMembers(out, item, name -> true);
  }

  static void writeMembers(JsonGenerator out, Item item, Predicate<String> wanted) {
    switch (item) {
      case Appointment a -> ItemForms.APPOINTMENT.writeMembers(out, a, wanted);
      case Task t -> ItemForms.TASK.writeMembers(out, t, wanted);
      case Contact c -> ItemForms.CONTACT.writeMembers(out, c, wanted);
      case DistributionList l -> ItemForms.DISTRIBUTION_LIST.writeMembers(out, l, wanted);
    }
  }
}
