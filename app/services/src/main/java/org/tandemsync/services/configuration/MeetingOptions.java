package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.meetings]}.
 *
 * @param people whether organizer and attendees are carried across, with what makes an appointment
 *     a meeting; if not, both sides keep theirs
 * @param invitations who sends mail about the meetings that Outlook brings to the server
 * @param sogoNotifications false to ask SOGo to send none, whoever sends them otherwise
 * @param onBehalfOf the mail address that is organizer of own new meetings on the server, lower
 *     case; empty: the user is
 */
public record MeetingOptions(
    boolean people, Invitations invitations, boolean sogoNotifications, String onBehalfOf)
    implements OptionGroup {
  /** Outlook sends the mail, in the user's name. */
  public static final MeetingOptions USUAL =
      new MeetingOptions(true, Invitations.OUTLOOK, true, "");

  static final String NAME = "meetings";

  /** Who sends invitations. */
  public enum Invitations {
    OUTLOOK,
    SERVER,
    NOBODY;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static MeetingOptions read(TomlMembers m) {
    m.allow("people", "invitations", "sogo-notifications", "on-behalf-of");
    Map<String, Invitations> words = new LinkedHashMap<>();
    for (Invitations i : Invitations.values()) {
      words.put(i.label(), i);
    }
    return new MeetingOptions(
        m.flag("people", USUAL.people),
        m.word("invitations", words).orElse(USUAL.invitations),
        m.flag("sogo-notifications", USUAL.sogoNotifications),
        m.text("on-behalf-of", MeetingOptions::address).orElse(USUAL.onBehalfOf));
  }

  private static String address(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    if (!address.isEmpty() && !address.matches("[^\\s\"<>:;,@]+@[^\\s\"<>:;,@]+")) {
      throw new IllegalArgumentException("'" + text + "' is no mail address");
    }
    return address;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (!people) {
      unusual.put("people", false);
    }
    if (invitations != USUAL.invitations) {
      unusual.put("invitations", invitations.label());
    }
    if (!sogoNotifications) {
      unusual.put("sogo-notifications", false);
    }
    if (!onBehalfOf.isEmpty()) {
      unusual.put("on-behalf-of", onBehalfOf);
    }
    return unusual;
  }
}
