package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;

/** Cards as texts, for tests. */
final class CardTexts {
  static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
  private static final LensSettings SETTINGS =
      new LensSettings(ZoneId.of("Europe/Vienna"), Set.of(), InstantSource.fixed(NOW));

  private CardTexts() {}

  static ResourceLens lens() {
    return new ContactsLens(SETTINGS);
  }

  static ResourceLens lens(CardVersion version) {
    return new ContactsLens(SETTINGS.with(version));
  }

  static ResourceLens lens(GroupFormat format) {
    return new ContactsLens(SETTINGS.with(format));
  }

  /** A vCard 3.0 of these lines. */
  static String card(String... lines) {
    return text("BEGIN:VCARD\nVERSION:3.0\nUID:u1\n" + String.join("\n", lines) + "\nEND:VCARD\n");
  }

  static String text(String text) {
    return text.replace("\n", "\r\n");
  }

  static Item read(ResourceLens lens, String text) {
    ResourceLens.Reading reading = lens.get(text);
    assertThat(reading).as(text).isInstanceOf(ResourceLens.Reading.Understood.class);
    return ((ResourceLens.Reading.Understood) reading).item();
  }

  static Contact contact(String... lines) {
    return (Contact) read(lens(), card(lines));
  }

  static DistributionList list(String text) {
    return (DistributionList) read(lens(), text);
  }
}
