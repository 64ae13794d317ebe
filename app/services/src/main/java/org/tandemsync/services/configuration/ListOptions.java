package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.lists]}: distribution lists, in profiles of contacts.
 *
 * @param active whether they are carried across
 * @param format how new ones are written, or null: as suits the server
 */
public record ListOptions(boolean active, @Nullable Format format) implements OptionGroup {
  public static final ListOptions USUAL = new ListOptions(true, null);

  static final String NAME = "lists";

  private static final String ACTIVE = "active";
  private static final String FORMAT = "format";

  /** How lists are written. */
  public enum Format {
    /** VLIST. */
    SOGO("sogo"),
    /** KIND:group. */
    VCARD4("vcard4"),
    /** X-ADDRESSBOOKSERVER-KIND. */
    ICLOUD("icloud"),
    /** X-KIND. */
    X_KIND("x-kind");

    private final String word;

    Format(String word) {
      this.word = word;
    }
  }

  static ListOptions read(TomlMembers m) {
    m.allow(ACTIVE, FORMAT);
    Map<String, Format> words = new LinkedHashMap<>();
    for (Format format : Format.values()) {
      words.put(format.word, format);
    }
    return new ListOptions(m.flag(ACTIVE, USUAL.active), m.word(FORMAT, words).orElse(null));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.CONTACTS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (!active) {
      unusual.put(ACTIVE, false);
    }
    if (format != null) {
      unusual.put(FORMAT, format.word);
    }
    return unusual;
  }
}
