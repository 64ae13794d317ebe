package org.tandemsync.outlook.standin;

import java.util.List;
import org.tandemsync.outlook.automation.Variant;

/** A recipient of an open item, or one that belongs to none. */
final class RecipientObject extends StandInObject {
  private final StoredRecipient recipient;
  private final List<StoredRecipient> among;
  private final Runnable edited;

  RecipientObject(StandIn outlook, StoredRecipient recipient) {
    this(outlook, List.of(recipient), 0, () -> {});
  }

  RecipientObject(StandIn outlook, List<StoredRecipient> among, int position, Runnable edited) {
    super(outlook);
    this.recipient = among.get(position);
    this.among = among;
    this.edited = edited;
  }

  StoredRecipient recipient() {
    return recipient;
  }

  @Override
  String type() {
    return "Recipient";
  }

  @Override
  Variant get(String name) {
    return switch (name) {
      case "Name" -> Variant.of(recipient.name);
      case "Address" -> Variant.of(recipient.address);
      case "Type" -> Variant.of(recipient.type);
      case "Resolved" -> Variant.of(recipient.resolved);
      case "Sendable" -> Variant.of(recipient.sendable);
      case "TrackingStatus" -> Variant.of(recipient.trackingStatus);
      case "Index" -> Variant.of(among.indexOf(recipient) + 1);
      // OlResponseStatus; read-only in the object model: it comes with the answers to a meeting
      case "MeetingResponseStatus" ->
          recipient.values.get("tag:5FFF") instanceof Variant.Int status ? status : Variant.of(0);
      case "PropertyAccessor" ->
          reference(new PropertyAccessorObject(outlook, recipient.values, edited));
      default -> throw unsupported(name);
    };
  }

  @Override
  void put(String name, Variant value) {
    switch (name) {
      case "Type" -> recipient.type(integer(value));
      case "TrackingStatus" -> recipient.trackingStatus = integer(value);
      case "Sendable" -> recipient.sendable = value.equals(Variant.of(true));
      default -> throw unsupported(name);
    }
    edited.run();
  }

  @Override
  Variant call(String name, List<Variant> arguments) {
    return switch (name) {
      case "Resolve" -> Variant.of(recipient.resolve());
      case "Delete" -> {
        among.remove(recipient);
        edited.run();
        yield Variant.NOTHING;
      }
      default -> throw unsupported(name);
    };
  }
}
