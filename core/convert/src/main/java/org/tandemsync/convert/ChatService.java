package org.tandemsync.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service for instant messages: how Outlook's users, X- properties and URIs call it. */
public enum ChatService {
  AIM("AIM", "X-AIM", "aim", List.of()),
  FACEBOOK("Facebook", "X-FACEBOOK", "xmpp", List.of()),
  GOOGLE_TALK(
      "GoogleTalk", "X-GOOGLE-TALK", "xmpp", List.of("google-talk", "google", "gtalk", "x-gtalk")),
  ICQ("ICQ", "X-ICQ", "aim", List.of()),
  JABBER("Jabber", "X-JABBER", "xmpp", List.of("xmpp")),
  MSN("MSN", "X-MSN", "msnim", List.of("msnim")),
  QQ("QQ", "X-QQ", "x-apple", List.of()),
  SKYPE("Skype", "X-SKYPE", "skype", List.of("x-skype-username")),
  YAHOO("Yahoo", "X-YAHOO", "ymsgr", List.of("ymsgr")),
  GADU_GADU("GaduGadu", "X-GADUGADU", "x-apple", List.of("gadu", "gadu-gadu", "gg")),
  SIP("SIP", "X-SIP", "sip", List.of()),
  TWITTER("Twitter", "X-TWITTER", "twitter", List.of()),
  MATRIX("Matrix", "X-MATRIX", "matrix", List.of()),
  GROUPWISE("GroupWise", "X-GROUPWISE", "groupwise", List.of());

  private static final Map<String, ChatService> BY_NAME = new HashMap<>();

  static {
    for (ChatService service : values()) {
      BY_NAME.putIfAbsent(service.label.toLowerCase(Locale.ROOT), service);
      BY_NAME.putIfAbsent(service.property.toLowerCase(Locale.ROOT), service);
      service.aliases.forEach(alias -> BY_NAME.putIfAbsent(alias, service));
    }
  }

  private final String label;
  private final String property;
  private final String scheme;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf
  private final List<String> aliases;

  ChatService(String label, String property, String scheme, List<String> aliases) {
    this.label = label;
    this.property = property;
    this.scheme = scheme;
    this.aliases = List.copyOf(aliases);
  }

  /** As Outlook's users write it. */
  public String label() {
    return label;
  }

  /** The name of its X- property. */
  public String property() {
    return property;
  }

  /** The scheme of its URIs; some services share one. */
  public String scheme() {
    return scheme;
  }

  /** The service that users, properties or URIs call so, in any case, or null. */
  public static @Nullable ChatService named(String name) {
    return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
  }
}
