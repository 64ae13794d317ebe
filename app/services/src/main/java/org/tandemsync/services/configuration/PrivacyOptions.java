package org.tandemsync.services.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Confidentiality;
import org.tandemsync.items.Family;
import org.tandemsync.items.PrivacyMask;
import org.tandemsync.items.Sensitivity;

/**
 * {@code [profiles.privacy]}: what the server may know.
 *
 * @param privateAsConfidential Outlook's private is CLASS:CONFIDENTIAL
 * @param confidentialAsPrivate CLASS:CONFIDENTIAL is private in Outlook
 * @param publicAsPrivate CLASS:PUBLIC and no CLASS are private in Outlook
 * @param publicAsDefault a new item that is not private has no CLASS: the server's own default
 *     counts
 * @param mask what is hidden, or null
 */
public record PrivacyOptions(
    boolean privateAsConfidential,
    boolean confidentialAsPrivate,
    boolean publicAsPrivate,
    boolean publicAsDefault,
    @Nullable PrivacyMask mask)
    implements OptionGroup {
  public static final PrivacyOptions USUAL = new PrivacyOptions(false, false, false, false, null);

  static final String NAME = "privacy";

  private static final String SEND = "private-as-confidential";
  private static final String RECEIVE = "confidential-as-private";
  private static final String PUBLIC = "public-as-private";
  private static final String DEFAULT = "public-as-default";
  private static final String HIDE = "hide";
  private static final String TITLE = "title";
  private static final String FIELDS = "hidden-fields";
  private static final String USUAL_TITLE = "{sensitivity}";
  private static final Set<String> USUAL_FIELDS = usualFields();

  /** All that tells what it is about; a phone still reminds. */
  private static Set<String> usualFields() {
    Set<String> fields = new LinkedHashSet<>(PrivacyMask.HIDEABLE);
    fields.remove("reminder");
    return Collections.unmodifiableSet(fields);
  }

  static PrivacyOptions read(TomlMembers m) {
    m.allow(SEND, RECEIVE, PUBLIC, DEFAULT, HIDE, TITLE, FIELDS);
    return new PrivacyOptions(
        m.flag(SEND, false),
        m.flag(RECEIVE, false),
        m.flag(PUBLIC, false),
        m.flag(DEFAULT, false),
        mask(m));
  }

  private static @Nullable PrivacyMask mask(TomlMembers m) {
    if (!m.has(HIDE)) {
      for (String key : List.of(TITLE, FIELDS)) {
        if (m.has(key)) {
          m.fault(key, "'" + key + "' is for what 'hide' names: say what is hidden");
        }
      }
      return null;
    }
    Map<String, Sensitivity> words = new LinkedHashMap<>();
    for (Sensitivity s : Sensitivity.values()) {
      words.put(word(s), s);
    }
    Set<Sensitivity> of = EnumSet.noneOf(Sensitivity.class);
    m.words(HIDE, words.keySet()).forEach(word -> of.add(words.get(word)));
    Set<String> fields =
        m.has(FIELDS) ? new LinkedHashSet<>(m.words(FIELDS, PrivacyMask.HIDEABLE)) : USUAL_FIELDS;
    return m.text(TITLE, title -> new PrivacyMask(of, title, fields))
        .orElseGet(() -> new PrivacyMask(of, USUAL_TITLE, fields));
  }

  private static String word(Sensitivity s) {
    return s.name().toLowerCase(Locale.ROOT);
  }

  /** Which sensitivities have another name on the server. */
  public Confidentiality confidentiality() {
    Map<Sensitivity, Sensitivity> shown = new EnumMap<>(Sensitivity.class);
    Map<Sensitivity, Sensitivity> understood = new EnumMap<>(Sensitivity.class);
    if (privateAsConfidential) {
      shown.put(Sensitivity.PRIVATE, Sensitivity.CONFIDENTIAL);
    }
    if (confidentialAsPrivate) {
      understood.put(Sensitivity.CONFIDENTIAL, Sensitivity.PRIVATE);
    }
    if (publicAsPrivate) {
      understood.put(Sensitivity.NORMAL, Sensitivity.PRIVATE);
    }
    return new Confidentiality(shown, understood);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS, Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (privateAsConfidential) {
      unusual.put(SEND, true);
    }
    if (confidentialAsPrivate) {
      unusual.put(RECEIVE, true);
    }
    if (publicAsPrivate) {
      unusual.put(PUBLIC, true);
    }
    if (publicAsDefault) {
      unusual.put(DEFAULT, true);
    }
    if (mask != null) {
      unusual.put(HIDE, mask.of().stream().sorted().map(PrivacyOptions::word).toList());
      if (!mask.title().equals(USUAL_TITLE)) {
        unusual.put(TITLE, mask.title());
      }
      if (!mask.fields().equals(USUAL_FIELDS)) {
        List<String> fields = new ArrayList<>(PrivacyMask.HIDEABLE);
        fields.retainAll(mask.fields());
        unusual.put(FIELDS, fields);
      }
    }
    return unusual;
  }
}
