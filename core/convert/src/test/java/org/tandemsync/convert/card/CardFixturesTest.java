package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Body;
import org.tandemsync.items.Business;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Item;
import org.tandemsync.items.Loss;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.items.Projection;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.YomiName;

/**
 * Cards in the syntax of real programs: fixtures/PROGRAM/*.vcf and *.vlf. Each file is read and
 * compared with FILE.expected, and both laws of lenses hold for it.
 */
class CardFixturesTest {
  private static final ResourceLens LENS = CardTexts.lens();
  private static final String UNKNOWN = "X-UNKNOWN-1;P=\"a,b\";Q=c:kept\\, as; it is \\\r\n";
  private static final String GROUPED =
      "item99.X-UNKNOWN-2;VALUE=text:also\r\n  folded\r\nitem99.X-ABLabel:Kept\r\n";

  @TestFactory
  Stream<DynamicTest> reads() {
    return fixtures(
        path -> {
          Path expected = path.resolveSibling(path.getFileName() + ".expected");
          String read = describe(Files.readString(path));
          assertThat(expected).as("should hold:\n" + read).exists();
          assertThat(read).isEqualTo(Files.readString(expected));
        });
  }

  @TestFactory
  Stream<DynamicTest> writingAnUneditedItemChangesNoByte() {
    return fixtures(
        path -> {
          String text = Files.readString(path);
          Item item = CardTexts.read(LENS, text);
          assertThat(LENS.update(text, item, Set.of(), "l/1")).isSameAs(text);
          assertThat(LENS.update(text, item, names(item), "l/1")).isEqualTo(text);
        });
  }

  @TestFactory
  Stream<DynamicTest> anEditOfEachFieldIsReadBackAndTouchesNothingElse() {
    return fixtures(
        path -> {
          String text = withUnknown(Files.readString(path));
          Item item = CardTexts.read(LENS, text);
          for (String field : names(item)) {
            assertEdit(text, item, donor(item), field);
            assertEdit(text, item, Fields.of(item.type()).blank(), field);
          }
        });
  }

  /** What stands in a card that we do not know must be there, byte for byte, after every edit. */
  private static String withUnknown(String text) {
    int version = text.indexOf('\n', text.indexOf("VERSION")) + 1;
    int end = text.lastIndexOf("END:V");
    return text.substring(0, version)
        + inLinesOf(text, UNKNOWN)
        + text.substring(version, end)
        + inLinesOf(text, GROUPED)
        + text.substring(end);
  }

  private static String inLinesOf(String text, String lines) {
    return text.contains("\r\n") ? lines : lines.replace("\r\n", "\n");
  }

  private static void assertEdit(String text, Item item, Item donor, String field) {
    Item wanted = Projection.overlay(item, donor, Set.of(field));
    String edited = LENS.update(text, wanted, Set.of(field), "l/1");
    Item read = CardTexts.read(LENS, edited);
    // FN is never empty: a contact that has no full name is called by its other names
    boolean unnamed = wanted instanceof Contact c && c.fullName().isEmpty();
    boolean unnamedList = wanted instanceof DistributionList l && l.name().isEmpty();
    List<String> differing =
        Projection.EVERYTHING.differing(wanted, read).stream()
            .filter(f -> !(unnamed && f.equals("full-name")))
            .filter(f -> !(unnamedList && f.equals("name")))
            .toList();
    assertThat(differing)
        .as(() -> "edit of " + field + "\n" + edited + "\n" + wanted + "\n" + read)
        .isEmpty();
    assertThat(edited).contains(inLinesOf(text, UNKNOWN)).contains(inLinesOf(text, GROUPED));
    if (!item.uid().isEmpty()) {
      assertThat(read.uid()).isEqualTo(item.uid());
    }
    if (Projection.EVERYTHING.differing(item, wanted).isEmpty()) {
      assertThat(edited).as(field).isEqualTo(text);
    } else {
      assertThat(lostLines(text, edited))
          .as("lines lost by an edit of " + field + "\n" + edited)
          .allMatch(line -> belongsTo(line, field));
    }
  }

  private static List<String> lostLines(String text, String edited) {
    Set<String> kept = new LinkedHashSet<>(logicalLines(edited));
    return logicalLines(text).stream().filter(l -> !kept.contains(l)).toList();
  }

  private static List<String> logicalLines(String text) {
    return switch (CardReader.read(text)) {
      case CardReader.OneCard one -> one.card().lines().stream().map(l -> l.logical()).toList();
      case CardReader.Other other -> throw new AssertionError(other.reading());
    };
  }

  /** Which lines an edit of a field may change. */
  private static boolean belongsTo(String line, String field) {
    String name =
        line.split("[:;]", 2)[0].replaceFirst("^[^.]*\\.", "").toUpperCase(java.util.Locale.ROOT);
    Map<String, Set<String>> owners =
        Map.ofEntries(
            Map.entry("name", Set.of("N", "FN")),
            Map.entry("full-name", Set.of("FN", "N")),
            Map.entry("nickname", Set.of("NICKNAME")),
            Map.entry("file-as", Set.of("X-EVOLUTION-FILE-AS")),
            Map.entry(
                "yomi", Set.of("X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "X-PHONETIC-ORG")),
            Map.entry("company", Set.of("ORG", "FN")),
            Map.entry("department", Set.of("ORG")),
            Map.entry("job-title", Set.of("TITLE")),
            Map.entry("profession", Set.of("ROLE")),
            Map.entry("phones", Set.of("TEL", "X-MS-TEL", "EMAIL", "X-ABLABEL")),
            Map.entry("emails", Set.of("EMAIL", "FN", "X-ABLABEL")),
            Map.entry("addresses", Set.of("ADR", "X-ABADR", "X-MS-OL-DEFAULT-POSTAL-ADDRESS")),
            Map.entry("mailing-address", Set.of("ADR", "X-MS-OL-DEFAULT-POSTAL-ADDRESS")),
            Map.entry("office-location", Set.of("ADR")),
            Map.entry("birthday", Set.of("BDAY")),
            Map.entry("notes", Set.of("NOTE", "DESCRIPTION")),
            Map.entry("categories", Set.of("CATEGORIES")),
            Map.entry("sensitivity", Set.of("CLASS")),
            Map.entry("photo", Set.of("PHOTO")),
            Map.entry("certificates", Set.of("KEY")),
            Map.entry("user-fields", Set.of("X-MS-TEXT")),
            Map.entry("hobbies", Set.of("X-MS-INTERESTS")),
            Map.entry("free-busy-url", Set.of("FBURL")));
    Set<String> own = owners.get(field);
    if (name.equals("REV")) {
      return true;
    }
    return own != null
        ? own.contains(name)
        : !Set.of("N", "FN", "TEL", "EMAIL", "ADR", "ORG", "NOTE", "UID", "VERSION").contains(name);
  }

  private static Set<String> names(Item item) {
    return new LinkedHashSet<>(Fields.of(item.type()).names());
  }

  /** An item with something in every field. */
  private static Item donor(Item like) {
    PostalAddress address =
        new PostalAddress("S 1\nTop 2", "Ort", "ST", "1234", "Land", "PF 1", "");
    return switch (like) {
      case Contact contact ->
          Contact.builder()
              .name(new PersonName("Prof.", "Neu; x", "M", "Näme", "II"))
              .fullName("Prof. Neu, Näme")
              .fileAs("Näme, Neu")
              .nickname("a, b")
              .initials("N.N.")
              .yomi(new YomiName("yo", "mi", "co"))
              .company("New, Co; Ltd")
              .department("One; Two")
              .jobTitle("Job")
              .profession("Prof")
              .officeLocation("R 7")
              .manager("M. A.")
              .assistant("A. S.")
              .phones(
                  Map.of(
                      PhoneSlot.HOME2, "+1 2",
                      PhoneSlot.OTHER_FAX, "+1 3",
                      PhoneSlot.ASSISTANT, "+1 4",
                      PhoneSlot.MOBILE, "+1 5"))
              .emails(
                  Map.of(
                      EmailSlot.EMAIL2, new EmailAddress("two@new.example", ""),
                      EmailSlot.EMAIL3, new EmailAddress("three@new.example", "")))
              .addresses(Map.of(AddressSlot.OTHER, address, AddressSlot.BUSINESS, address))
              .mailingAddress(AddressSlot.OTHER)
              .imAddress("Skype: new; other")
              .webPage("https://new.example/?a=1,2;b")
              .personalHomePage("https://p.example")
              .businessHomePage("https://b.example")
              .ftpSite("ftp://f.example")
              .freeBusyUrl("https://fb.example/x,y")
              .birthday(LocalDate.of(2001, 2, 3))
              .anniversary(LocalDate.of(2011, 12, 13))
              .spouse("Sp, Ouse")
              .children(List.of("Kim", "Ker"))
              .hobbies("Go, Chess")
              .referredBy("R")
              .gender(Gender.FEMALE)
              .language("German")
              .account("Acc")
              .customerId("C1")
              .governmentId("G1")
              .organizationalId("O1")
              .computerNetworkName("N1")
              .mailLocation("L1")
              .userFields(List.of("u1", "", "u3", ""))
              .photo(new Photo(Bytes.of(new byte[] {1, 2, 3}), "image/png"))
              .certificates(List.of(Bytes.of(new byte[] {4, 5})))
              .notes(Body.plain("Neu\n\nZeile; x, y \\n"))
              .categories(Categories.of("Neu", "Friends"))
              .sensitivity(Sensitivity.CONFIDENTIAL)
              .business(new Business("bill", "7 km", List.of("A, B"), List.of("C")))
              .userProperties(Map.of("My \"key\"", "v"))
              .build();
      case DistributionList list ->
          DistributionList.builder()
              .name("New, name")
              .fileAs("New")
              .nickname("nn")
              .members(
                  Stream.concat(
                          list.members().stream().limit(1),
                          Stream.of(new Member("Eva; E.", "eva@new.example", "")))
                      .toList())
              .notes(Body.plain("n1\nn2"))
              .categories(Categories.of("Neu"))
              .sensitivity(Sensitivity.PRIVATE)
              .userProperties(Map.of("k", "v"))
              .build();
      case org.tandemsync.items.Appointment a -> a;
      case org.tandemsync.items.Task t -> t;
    };
  }

  private static String describe(String text) {
    ResourceLens.Reading.Understood read = (ResourceLens.Reading.Understood) LENS.get(text);
    StringBuilder out = new StringBuilder();
    out.append(read.item().type()).append(' ').append(read.item().uid());
    out.append(' ').append(read.item().modified()).append('\n');
    describe(Fields.of(read.item().type()), read.item(), out);
    for (Loss loss : read.losses()) {
      out.append("! ").append(loss.code()).append(' ').append(loss.field()).append(": ");
      out.append(loss.detail().replace("\n", "\\n")).append('\n');
    }
    return out.toString();
  }

  private static <I extends Item, B> void describe(
      Fields<I, B> fields, Item item, StringBuilder out) {
    @SuppressWarnings("unchecked") // the fields are those of the item's type
    I typed = (I) item;
    for (Field<I, B, ?> field : fields.all()) {
      Object value = field.get().apply(typed);
      if (!Objects.equals(value, field.get().apply(fields.blank()))) {
        out.append(field.name()).append(" = ");
        out.append(String.valueOf(value).replace("\n", "\\n")).append('\n');
      }
    }
  }

  private interface Check {
    void on(Path path) throws IOException;
  }

  private static Stream<DynamicTest> fixtures(Check check) {
    List<Path> files = CardTexts.fixtureFiles();
    assertThat(files).hasSizeGreaterThan(20);
    return files.stream()
        .map(
            p -> {
              String program = String.valueOf(Objects.requireNonNull(p.getParent()).getFileName());
              return DynamicTest.dynamicTest(program + "/" + p.getFileName(), () -> check.on(p));
            });
  }
}
