package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.items.ItemType;

/**
 * {@code [profiles.contacts]}.
 *
 * @param birthdays whether they are carried across
 * @param anniversaries whether they are carried across
 * @param photos how pictures are
 * @param fileAs how "File as" is
 * @param phoneNumbers how numbers of the server come to Outlook
 * @param firstEmail which address is Outlook's first one
 * @param imService what an address for instant messages is of that names no service
 * @param imFormat how new ones are written in vCard 3.0, or null: as suits the server
 * @param version of new contacts, or null: as suits the server
 */
public record ContactOptions(
    boolean birthdays,
    boolean anniversaries,
    Photos photos,
    FileAs fileAs,
    PhoneNumbers phoneNumbers,
    FirstEmail firstEmail,
    String imService,
    @Nullable ImFormat imFormat,
    @Nullable VCardVersion version)
    implements OptionGroup {

  public static final ContactOptions USUAL =
      new ContactOptions(
          true,
          true,
          Photos.BOTH,
          FileAs.BOTH,
          PhoneNumbers.AS_WRITTEN,
          FirstEmail.HOME,
          "AIM",
          null,
          null);

  static final String NAME = "contacts";

  /** Services that Outlook's users name. */
  static final List<String> IM_SERVICES =
      List.of(
          "AIM",
          "Facebook",
          "GaduGadu",
          "GoogleTalk",
          "ICQ",
          "Jabber",
          "MSN",
          "QQ",
          "SIP",
          "Skype",
          "Yahoo");

  private static final String BIRTHDAYS = "birthdays";
  private static final String ANNIVERSARIES = "anniversaries";
  private static final String PHOTOS = "photos";
  private static final String FILE_AS = "file-as";
  private static final String PHONE_NUMBERS = "phone-numbers";
  private static final String FIRST_EMAIL = "first-email";
  private static final String IM_SERVICE = "im-service";
  private static final String IM_FORMAT = "im-format";
  private static final String VCARD = "vcard";

  /** How pictures are carried across. */
  public enum Photos {
    BOTH("both"),
    /** One that Outlook has goes to the server and is never replaced or removed from there. */
    KEEP_OUTLOOKS("keep-outlooks"),
    NONE("none");

    private final String word;

    Photos(String word) {
      this.word = word;
    }
  }

  /** What Outlook files contacts under. */
  public enum FileAs {
    BOTH("both"),
    /** What Outlook has goes to the server and is never replaced from there. */
    KEEP_OUTLOOKS("keep-outlooks");

    private final String word;

    FileAs(String word) {
      this.word = word;
    }
  }

  /** How telephone numbers come to Outlook. */
  public enum PhoneNumbers {
    AS_WRITTEN("as-written"),
    /** With brackets round the area code, by which Outlook takes them apart. */
    BRACKETS("brackets");

    private final String word;

    PhoneNumbers(String word) {
      this.word = word;
    }
  }

  /** Which address is Outlook's first one. */
  public enum FirstEmail {
    HOME("home"),
    WORK("work");

    private final String word;

    FirstEmail(String word) {
      this.word = word;
    }
  }

  /** How addresses for instant messages are written. */
  public enum ImFormat {
    PROPERTIES("properties"),
    IMPP("impp");

    private final String word;

    ImFormat(String word) {
      this.word = word;
    }
  }

  /** The version of new vCards. */
  public enum VCardVersion {
    V3("3.0"),
    V4("4.0");

    private final String word;

    VCardVersion(String word) {
      this.word = word;
    }
  }

  static ContactOptions read(TomlMembers m) {
    m.allow(
        BIRTHDAYS,
        ANNIVERSARIES,
        PHOTOS,
        FILE_AS,
        PHONE_NUMBERS,
        FIRST_EMAIL,
        IM_SERVICE,
        IM_FORMAT,
        VCARD);
    return new ContactOptions(
        m.flag(BIRTHDAYS, USUAL.birthdays),
        m.flag(ANNIVERSARIES, USUAL.anniversaries),
        m.word(PHOTOS, words(Photos.values(), v -> v.word)).orElse(USUAL.photos),
        m.word(FILE_AS, words(FileAs.values(), v -> v.word)).orElse(USUAL.fileAs),
        m.word(PHONE_NUMBERS, words(PhoneNumbers.values(), v -> v.word)).orElse(USUAL.phoneNumbers),
        m.word(FIRST_EMAIL, words(FirstEmail.values(), v -> v.word)).orElse(USUAL.firstEmail),
        m.word(IM_SERVICE, words(IM_SERVICES.toArray(String[]::new), v -> v))
            .orElse(USUAL.imService),
        m.word(IM_FORMAT, words(ImFormat.values(), v -> v.word)).orElse(null),
        m.word(VCARD, words(VCardVersion.values(), v -> v.word)).orElse(null));
  }

  private static <V> Map<String, V> words(V[] values, Function<V, String> word) {
    return Stream.of(values)
        .collect(Collectors.toMap(word, v -> v, (a, b) -> a, LinkedHashMap::new));
  }

  /** The fields of an item that are not carried across. */
  public Set<String> leftOut(ItemType type) {
    Set<String> fields = new LinkedHashSet<>();
    if (type == ItemType.CONTACT) {
      if (!birthdays) {
        fields.add("birthday");
      }
      if (!anniversaries) {
        fields.add("anniversary");
      }
      if (photos == Photos.NONE) {
        fields.add("photo");
      }
    }
    return fields;
  }

  /** The fields of a contact that only Outlook changes once it has something in them. */
  public Set<String> keptInOutlook() {
    Set<String> fields = new LinkedHashSet<>();
    if (photos == Photos.KEEP_OUTLOOKS) {
      fields.add("photo");
    }
    if (fileAs == FileAs.KEEP_OUTLOOKS) {
      fields.add("file-as");
    }
    return fields;
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
    Map<String, Object> all = new LinkedHashMap<>();
    put(all, BIRTHDAYS, birthdays, USUAL.birthdays, birthdays);
    put(all, ANNIVERSARIES, anniversaries, USUAL.anniversaries, anniversaries);
    put(all, PHOTOS, photos, USUAL.photos, photos.word);
    put(all, FILE_AS, fileAs, USUAL.fileAs, fileAs.word);
    put(all, PHONE_NUMBERS, phoneNumbers, USUAL.phoneNumbers, phoneNumbers.word);
    put(all, FIRST_EMAIL, firstEmail, USUAL.firstEmail, firstEmail.word);
    put(all, IM_SERVICE, imService, USUAL.imService, imService);
    if (imFormat != null) {
      all.put(IM_FORMAT, imFormat.word);
    }
    if (version != null) {
      all.put(VCARD, version.word);
    }
    return all;
  }

  private static void put(
      Map<String, Object> into, String key, Object value, Object usual, Object written) {
    if (!value.equals(usual)) {
      into.put(key, written);
    }
  }
}
