package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tandemsync.convert.CardSettings;
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
    return lens(CardSettings.USUAL.with(version));
  }

  static ResourceLens lens(GroupFormat format) {
    return lens(CardSettings.USUAL.with(format));
  }

  static ResourceLens lens(CardSettings settings) {
    return new ContactsLens(SETTINGS.with(settings));
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

  /** The files of all fixtures. */
  static List<Path> fixtureFiles() {
    try {
      Path root = Path.of(Objects.requireNonNull(CardTexts.class.getResource("/fixtures")).toURI());
      try (Stream<Path> all = Files.walk(root)) {
        return all.filter(p -> p.toString().matches(".*\\.(vcf|vlf)")).sorted().toList();
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The texts of all fixtures. */
  static List<String> fixtures() {
    return fixtureFiles().stream().map(CardTexts::text).toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
