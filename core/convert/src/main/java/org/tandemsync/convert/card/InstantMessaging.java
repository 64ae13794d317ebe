package org.tandemsync.convert.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.CardSettings.ChatFormat;
import org.tandemsync.convert.ChatService;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.Parameter;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;

/**
 * IMPP and the X- properties of each service; iCloud sends both for one address. Outlook has one
 * text. X-MS-IMADDRESS ([MS-OXVCARD]) holds that text: it counts where there is nothing else, or
 * where the other lines say the same in other words.
 */
final class InstantMessaging implements CardProperty<Contact, Contact.Builder> {
  private static final String WHOLE_TEXT = "X-MS-IMADDRESS";
  private static final String SERVICE = "X-SERVICE-TYPE";

  private final ChatService usual;
  private final ChatFormat format;

  InstantMessaging(CardSettings settings) {
    this.usual = settings.chatService();
    this.format = settings.chat();
  }

  @Override
  public Set<String> fields() {
    return Set.of("im-address");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    into.imAddress(text(card));
  }

  private String text(Card card) {
    Map<String, ChatAddress> lines = new LinkedHashMap<>();
    for (ContentLine line : card.lines()) {
      ChatAddress address = address(card, line);
      if (address != null) {
        lines.putIfAbsent(address.key(), address);
      }
    }
    String whole = card.text(WHOLE_TEXT);
    if (whole.isBlank() && lines.isEmpty()) {
      return "";
    }
    Set<String> keys =
        ChatAddress.parse(whole, usual).stream().map(ChatAddress::key).collect(Collectors.toSet());
    return !whole.isBlank() && (lines.isEmpty() || keys.equals(lines.keySet()))
        ? whole
        : lines.values().stream().map(a -> a.text(usual)).collect(Collectors.joining("; "));
  }

  /** The address of a line, or null if it has none. */
  private @Nullable ChatAddress address(Card card, ContentLine line) {
    ChatAddress address = line.is("IMPP") ? ofUri(card, line) : ofProperty(card, line, line.name());
    return address == null || address.handle().isEmpty() ? null : address;
  }

  private static @Nullable ChatAddress ofProperty(Card card, ContentLine line, String name) {
    ChatService service = name.startsWith("X-") ? ChatService.named(name) : null;
    return service == null ? null : ChatAddress.of(service.label(), card.text(line));
  }

  private ChatAddress ofUri(Card card, ContentLine line) {
    String uri = card.text(line).strip();
    if (uri.startsWith(":")) { // eM Client
      uri = uri.substring(1);
    }
    int colon = uri.indexOf(':');
    String scheme = colon < 0 ? "" : uri.substring(0, colon);
    String handle = uri.substring(colon + 1);
    String said = line.parameter(SERVICE);
    if (said != null && !said.isBlank()) {
      return ChatAddress.of(said, handle);
    }
    for (String word : Types.of(line)) {
      ChatService service = ChatService.named(word);
      if (service != null) {
        return ChatAddress.of(service.label(), handle);
      }
    }
    return ChatAddress.of(scheme.isBlank() ? usual.label() : scheme, handle);
  }

  @Override
  public void write(Contact wanted, Card card) {
    String text = wanted.imAddress();
    if (text(card).stripTrailing().equals(text.stripTrailing())) {
      return;
    }
    List<ChatAddress> missing = new ArrayList<>(ChatAddress.parse(text, usual));
    Set<String> keys = missing.stream().map(ChatAddress::key).collect(Collectors.toSet());
    Set<String> there = new HashSet<>();
    boolean uris = card.isVersion4() || card.has("IMPP") || format == ChatFormat.IMPP;
    for (ContentLine line : card.lines()) {
      ChatAddress address = address(card, line);
      if (address != null && keys.contains(address.key())) {
        there.add(address.key());
      } else if (address != null) {
        card.remove(line);
      }
    }
    missing.removeIf(address -> there.contains(address.key()));
    missing.forEach(address -> add(card, address, uris));
    ContentLine whole = card.first(WHOLE_TEXT);
    if (whole != null) {
      card.remove(whole);
    }
    if (!text(card).stripTrailing().equals(text.stripTrailing())) {
      card.add(card.newText(WHOLE_TEXT, text));
    }
  }

  private void add(Card card, ChatAddress address, boolean uris) {
    ChatService service = ChatService.named(address.service());
    if (service != null && !uris) {
      card.add(card.newText(service.property(), address.handle()));
      return;
    }
    String scheme =
        service == null
            ? address.service().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+.-]", "")
            : service.scheme();
    ContentLine line =
        ContentLine.of("IMPP", "", Parameter.of(SERVICE, List.of(address.service())));
    if (format == ChatFormat.IMPP && !card.isVersion4()) { // programs of Apple want a kind
      line = Types.with(line, card.has("IMPP") ? List.of("HOME") : List.of("PREF", "HOME"));
    }
    card.add(card.withUri(line, (scheme.isEmpty() ? "x-apple" : scheme) + ":" + address.handle()));
  }
}
