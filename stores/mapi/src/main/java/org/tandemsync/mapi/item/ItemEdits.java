package org.tandemsync.mapi.item;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;
import org.tandemsync.mapi.MessageEdit;

/**
 * Turns items into changes of messages.
 *
 * @param zone the user's, in which tasks begin and end
 * @param now when it is written
 */
public record ItemEdits(ZoneId zone, Instant now, MemberSource contacts, MemberTarget targets) {

  /**
   * Says in {@code edit} what has to change for the message to hold the item.
   *
   * @param item the whole item
   * @param fields those that changed, all of them for a new message
   * @return why Outlook cannot hold it, or empty
   */
  public Optional<String> write(Item item, Set<String> fields, MessageEdit edit) {
    return switch (item) {
      case Appointment a -> AppointmentCodec.write(a, fields, edit, now).map(Refusal::reason);
      case Task t -> TaskCodec.write(t, fields, edit, zone, now).map(Refusal::reason);
      case Contact c -> {
        ContactCodec.write(c, fields, edit);
        yield Optional.empty();
      }
      case DistributionList l -> {
        DistributionListCodec.write(l, fields, edit, contacts, targets);
        yield Optional.empty();
      }
    };
  }
}
