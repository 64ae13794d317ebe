package org.tandemsync.dav.discovery;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What an account offers.
 *
 * @param collections calendars, task lists and address books, those at the address first
 * @param principals paths of the principals that the account is
 * @param addresses the person's mail addresses on the server, lower case
 * @param subscriptions calendars that the server only shows the way to
 * @param elsewhere hosts that something is on, and that do not get the password
 */
public record Found(
    List<DavCollection> collections,
    Set<String> principals,
    Set<String> addresses,
    List<Subscription> subscriptions,
    Set<URI> elsewhere) {

  /** A calendar of somebody else's on the web (calendarserver.org's {@code subscribed}). */
  public record Subscription(String name, String color, String source) {}
}
