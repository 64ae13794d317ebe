package org.tandemsync.outlook.standin;

import java.util.List;
import java.util.stream.IntStream;
import org.tandemsync.outlook.automation.Variant;

/** The recipients of an open item. */
final class RecipientsObject extends ListObject {
  private final List<StoredRecipient> recipients;
  private final Runnable edited;

  RecipientsObject(StandIn outlook, List<StoredRecipient> recipients, Runnable edited) {
    super(
        outlook,
        "Recipients",
        () ->
            IntStream.range(0, recipients.size())
                .mapToObj(i -> new RecipientObject(outlook, recipients, i, edited))
                .toList(),
        o -> o instanceof RecipientObject r ? r.recipient().name : "");
    this.recipients = recipients;
    this.edited = edited;
  }

  @Override
  Variant call(String method, List<Variant> arguments) {
    return switch (method) {
      case "Add" -> {
        recipients.add(new StoredRecipient(text(arguments.getFirst())));
        edited.run();
        yield reference(new RecipientObject(outlook, recipients, recipients.size() - 1, edited));
      }
      case "Remove" -> {
        recipients.remove(position(arguments.getFirst()));
        edited.run();
        yield Variant.NOTHING;
      }
      case "ResolveAll" ->
          Variant.of(recipients.stream().filter(r -> !r.resolve()).toList().isEmpty());
      default -> super.call(method, arguments);
    };
  }
}
