package org.tandemsync.services;

import org.tandemsync.items.Appointment;
import org.tandemsync.items.Item;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Action;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Side;

/**
 * A copy on the server that a move has made which was ended before it had deleted the original, and
 * does not go on: the person has moved the item back meanwhile, or deleted it.
 *
 * @param from the profile that has the item
 * @param at the one in whose collection the copy is
 * @param link as {@code from} knows it
 */
record Leftover(
    Neighbour from, Neighbour at, Link<Item> link, ItemId copy, Action.DeleteExtra action) {

  static final String INFORMS =
      "the server may write to those who take part; delete it there yourself";

  /** RFC 6638: a server may send cancellations when the organizer's copy goes, else a refusal. */
  static boolean mayInform(Neighbour at, Replica<Item> copy) {
    return at.place(Side.RIGHT).endpoint() instanceof Endpoint.Dav
        && copy.item() instanceof Appointment meeting
        && !meeting.attendees().isEmpty();
  }
}
