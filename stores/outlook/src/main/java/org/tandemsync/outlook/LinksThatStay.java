package org.tandemsync.outlook;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Item;
import org.tandemsync.items.Task;

/** Attached links, which cannot be made in Outlook, but stay where they are. */
final class LinksThatStay {
  private LinksThatStay() {}

  /** Links that the item has, and is to have, stay. */
  static Item in(Item possible, Item wanted, Item now) {
    if (possible instanceof Appointment a
        && wanted instanceof Appointment all
        && now instanceof Appointment before) {
      return a.toBuilder()
          .attachments(withLinks(a.attachments(), all.attachments(), before.attachments()))
          .build();
    }
    if (possible instanceof Task t && wanted instanceof Task all && now instanceof Task before) {
      return t.toBuilder()
          .attachments(withLinks(t.attachments(), all.attachments(), before.attachments()))
          .build();
    }
    return possible;
  }

  private static List<Attachment> withLinks(
      List<Attachment> files, List<Attachment> wanted, List<Attachment> before) {
    List<Attachment> all = new ArrayList<>(files);
    wanted.stream()
        .filter(link -> !files.contains(link) && before.stream().anyMatch(link::sameAs))
        .forEach(all::add);
    return all;
  }
}
