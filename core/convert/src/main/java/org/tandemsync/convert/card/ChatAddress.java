package org.tandemsync.convert.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandemsync.convert.ChatService;

/**
 * One address for instant messages.
 *
 * @param service its label
 */
record ChatAddress(String service, String handle) {

  static ChatAddress of(String service, String handle) {
    ChatService known = ChatService.named(service);
    if (known == null) {
      return new ChatAddress(service.strip(), handle.strip());
    }
    String scheme = known.scheme() + ":"; // X-SIP:sip:ann@x.example
    String address = handle.strip();
    boolean uri = address.regionMatches(true, 0, scheme, 0, scheme.length());
    return new ChatAddress(
        known.label(), uri ? address.substring(scheme.length()).strip() : address);
  }

  /**
   * Takes Outlook's text apart: "Service: handle; Service: handle".
   *
   * @param usual the service where none is named
   */
  static List<ChatAddress> parse(String text, ChatService usual) {
    Map<String, ChatAddress> addresses = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      int colon = part.indexOf(':');
      ChatAddress address =
          colon < 0
              ? of(usual.label(), part)
              : of(
                  part.substring(0, colon).isBlank() ? usual.label() : part.substring(0, colon),
                  part.substring(colon + 1));
      if (!address.handle.isEmpty()) {
        addresses.putIfAbsent(address.key(), address);
      }
    }
    return List.copyOf(addresses.values());
  }

  String key() {
    return (service + ":" + handle).toLowerCase(Locale.ROOT);
  }

  /** As Outlook has it; a handle with a colon in it would be taken for a service without one. */
  String text(ChatService usual) {
    boolean bare = service.equals(usual.label()) && handle.indexOf(':') < 0;
    return bare ? handle : service + ": " + handle;
  }
}
