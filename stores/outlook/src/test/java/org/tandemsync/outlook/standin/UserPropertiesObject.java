package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.stream.IntStream;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** The custom properties of an open item. */
final class UserPropertiesObject extends ListObject {
  private final StoredItem item;
  private final Runnable edited;

  UserPropertiesObject(StandIn outlook, StoredItem item, Runnable edited) {
    super(
        outlook,
        "UserProperties",
        () ->
            IntStream.range(0, item.userProperties().size())
                .mapToObj(i -> new UserPropertyObject(outlook, item, i, edited))
                .toList(),
        o -> o instanceof UserPropertyObject p ? p.property().name() : "");
    this.item = item;
    this.edited = edited;
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    switch (method) {
      case "Find" -> {
        int at = find(text(arguments.getFirst()));
        return at < 0
            ? Variant.NOTHING
            : reference(new UserPropertyObject(outlook, item, at, edited));
      }
      case "Add" -> {
        String name = text(arguments.getFirst());
        if (find(name) >= 0) {
          throw failure(HResult.E_INVALIDARG, method, "There is one of this name.");
        }
        item.userProperties()
            .add(new StoredUserProperty(name, integer(arguments.get(1)), Variant.of("")));
        define(item, name, integer(arguments.get(1)));
        edited.run();
        return reference(
            new UserPropertyObject(outlook, item, item.userProperties().size() - 1, edited));
      }
      case "Remove" -> {
        item.userProperties().remove(position(arguments.getFirst()));
        edited.run();
        return Variant.NOTHING;
      }
      default -> {
        return super.call(method, arguments);
      }
    }
  }

  private static final String FIELDS = "id:00062008-0000-0000-C000-000000000046:8540";
  private static final int TEXT = 1;

  /** Where a text is defined among the user's fields ([MS-OXOCFG] 2.2.1.4). */
  private static void define(StoredItem item, String name, int type) {
    if (type == TEXT) {
      org.tandemsync.mapi.Span before =
          item.values().get(FIELDS) instanceof Variant.Binary(org.tandemsync.items.Bytes stream)
              ? org.tandemsync.mapi.Span.of(stream.toArray())
              : org.tandemsync.mapi.Span.EMPTY;
      item.values()
          .put(
              FIELDS,
              Variant.of(
                  org.tandemsync.mapi.UserFields.withTexts(
                      before, List.of(name), org.tandemsync.mapi.CodePages.WESTERN)));
    }
  }

  private static void value(
      StoredItem item, String name, @org.jspecify.annotations.Nullable Variant value) {
    boolean empty = value == null || value.equals(Variant.of(""));
    item.values().put("string:00020329-0000-0000-C000-000000000046:" + name, empty ? null : value);
  }

  private int find(String name) {
    return IntStream.range(0, item.userProperties().size())
        .filter(i -> item.userProperties().get(i).name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(-1);
  }

  private static final class UserPropertyObject extends StandInObject {
    private final StoredItem item;
    private final int position;
    private final Runnable edited;

    UserPropertyObject(StandIn outlook, StoredItem item, int position, Runnable edited) {
      super(outlook);
      this.item = item;
      this.position = position;
      this.edited = edited;
    }

    StoredUserProperty property() {
      return item.userProperties().get(position);
    }

    @Override
    String type() {
      return "UserProperty";
    }

    @Override
    Variant get(String name) {
      return switch (name) {
        case "Name" -> Variant.of(property().name());
        case "Type" -> Variant.of(property().type());
        case "Value" -> property().value();
        case "IsUserProperty" -> Variant.of(true);
        default -> throw unsupported(name);
      };
    }

    @Override
    void put(String name, Variant value) {
      if (!name.equals("Value")) {
        throw unsupported(name);
      }
      item.userProperties()
          .set(position, new StoredUserProperty(property().name(), property().type(), value));
      value(item, property().name(), value);
      edited.run();
    }

    @Override
    Variant call(String name, List<Variant> arguments) {
      if (!name.equals("Delete")) {
        throw unsupported(name);
      }
      value(item, property().name(), null);
      item.userProperties().remove(position);
      edited.run();
      return Variant.NOTHING;
    }
  }
}
