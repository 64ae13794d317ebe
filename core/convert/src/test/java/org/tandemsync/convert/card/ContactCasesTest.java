package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Fields;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.Sensitivity;

/**
 * The cases of the mapping reference, section 8.8, with their numbers. Those of options that do not
 * exist (161 and 162 with work first, 171, 184, 187 with keep) wait for the options.
 */
class ContactCasesTest {
  private static final ResourceLens LENS = CardTexts.lens();
  private static final Set<String> ALL = new LinkedHashSet<>(Fields.of(ItemType.CONTACT).names());

  /** What a card with these lines reads as. */
  private record Reads(
      String number, String lines, Function<Contact, @Nullable Object> part, Object expected) {}

  private static final List<Reads> READS =
      List.of(
          new Reads("155", "N:;;;;\nFN:ACME", Contact::fullName, "ACME"),
          new Reads("155", "N:;;;;\nFN:ACME", Contact::fileAs, ""),
          new Reads("156", "N:Smith\\;Jones;Ann;;;", c -> c.name().last(), "Smith;Jones"),
          new Reads("156", "N:Smith\\;Jones;Ann;;;", c -> c.name().first(), "Ann"),
          new Reads("157", "NOTE:C:\\\\new", c -> c.notes().plain(), "C:\\new"),
          new Reads("158", "NOTE:10\\:30", c -> c.notes().plain(), "10:30"),
          new Reads("159", "NOTE:hello \n world", c -> c.notes().plain(), "hello world"),
          new Reads("159b", "NOTE:hello\n  world", c -> c.notes().plain(), "hello world"),
          new Reads(
              "161",
              "EMAIL;TYPE=WORK:w@x\nEMAIL;TYPE=HOME:h@x",
              ContactCasesTest::mails,
              "EMAIL1=h@x EMAIL2=w@x"),
          new Reads("162", "EMAIL;TYPE=HOME:h@x", ContactCasesTest::mails, "EMAIL1=h@x"),
          new Reads("162b", "EMAIL;TYPE=WORK:w@x", ContactCasesTest::mails, "EMAIL1=w@x"),
          new Reads(
              "162c",
              "EMAIL;TYPE=WORK:x@x\nEMAIL;TYPE=WORK;PREF=10:v@x\nEMAIL;TYPE=WORK;PREF=2:w@x"
                  + "\nEMAIL;TYPE=HOME:h@x",
              ContactCasesTest::mails,
              "EMAIL1=h@x EMAIL2=w@x EMAIL3=v@x"),
          new Reads(
              "162d",
              "EMAIL;TYPE=HOME;PREF=2:v@x\nEMAIL;TYPE=HOME,PREF:w@x",
              ContactCasesTest::mails,
              "EMAIL1=w@x EMAIL2=v@x"),
          new Reads(
              "174b",
              "ADR;TYPE=HOME;PREF=2:;;S 1;C;;1;AT\nADR;TYPE=WORK;PREF=1:;;S 2;C;;1;AT",
              Contact::mailingAddress,
              AddressSlot.BUSINESS),
          new Reads(
              "165",
              "TEL:1\nTEL:2\nTEL:3",
              Contact::phones,
              Map.of(PhoneSlot.MOBILE, "1", PhoneSlot.BUSINESS, "2", PhoneSlot.HOME, "3")),
          new Reads(
              "166",
              "TEL;TYPE=HOME,VOICE:1\nTEL;TYPE=HOME:2",
              Contact::phones,
              Map.of(PhoneSlot.HOME, "1", PhoneSlot.HOME2, "2")),
          new Reads(
              "167",
              "TEL;TYPE=OTHER;TYPE=FAX:5",
              Contact::phones,
              Map.of(PhoneSlot.OTHER_FAX, "5")),
          new Reads(
              "168", "TEL;TYPE=\"cell,voice\":7", Contact::phones, Map.of(PhoneSlot.MOBILE, "7")),
          new Reads(
              "169",
              "TEL;VALUE=uri;TYPE=work:tel:+43-1-234;ext=5",
              Contact::phones,
              Map.of(PhoneSlot.BUSINESS, "+43-1-234;ext=5")),
          new Reads(
              "170", "TEL;TYPE=PREF;TYPE=VOICE:9", Contact::phones, Map.of(PhoneSlot.PRIMARY, "9")),
          new Reads(
              "PREF counts down",
              "TEL;TYPE=voice;PREF=2:2\nTEL;TYPE=voice;PREF=1:1\n"
                  + "TEL;TYPE=home;PREF=2:12\nTEL;TYPE=home;PREF=1:11",
              Contact::phones,
              Map.of(
                  PhoneSlot.PRIMARY, "1",
                  PhoneSlot.OTHER, "2",
                  PhoneSlot.HOME, "11",
                  PhoneSlot.HOME2, "12")),
          new Reads(
              "WORK and CELL",
              "TEL;TYPE=WORK,CELL:1\nTEL;TYPE=CELL,WORK:2",
              Contact::phones,
              Map.of(PhoneSlot.MOBILE, "1", PhoneSlot.BUSINESS2, "2")),
          new Reads(
              "MAIN and WORK",
              "TEL;TYPE=MAIN,WORK:1\nTEL;TYPE=MAIN:2",
              Contact::phones,
              Map.of(PhoneSlot.COMPANY_MAIN, "1", PhoneSlot.PRIMARY, "2")),
          new Reads(
              "no voice",
              "TEL;TYPE=HOME,VIDEO:1\nTEL;TYPE=HOME:2",
              Contact::phones,
              Map.of(PhoneSlot.HOME, "2", PhoneSlot.HOME2, "1")),
          new Reads("173", "ADR;TYPE=WORK:;4.12;;;;;", Contact::officeLocation, "4.12"),
          new Reads(
              "174",
              "ADR;TYPE=HOME;TYPE=PREF:;Apt 3;Main St 1;Town;;1010;AT",
              c -> Objects.requireNonNull(c.addresses().get(AddressSlot.HOME)).street(),
              "Main St 1\nApt 3"),
          new Reads(
              "174",
              "ADR;TYPE=HOME;TYPE=PREF:;Apt 3;Main St 1;Town;;1010;AT",
              Contact::mailingAddress,
              AddressSlot.HOME),
          new Reads("175", "ORG:ACME;Sales;EMEA", Contact::department, "Sales; EMEA"),
          new Reads("176", "BDAY:1980-05-01", Contact::birthday, LocalDate.of(1980, 5, 1)),
          new Reads("176", "BDAY:19800501", Contact::birthday, LocalDate.of(1980, 5, 1)),
          new Reads(
              "178", "BDAY:1980-05-01T00:00:00Z", Contact::birthday, LocalDate.of(1980, 5, 1)),
          new Reads(
              "179", "X-MS-ANNIVERSARY:20101010", Contact::anniversary, LocalDate.of(2010, 10, 10)),
          new Reads(
              "180",
              "IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME:skype:nick\nX-SKYPE:nick",
              Contact::imAddress,
              "Skype: nick"),
          new Reads("181", "X-JABBER:j@x\nX-AIM:a", Contact::imAddress, "Jabber: j@x; a"),
          new Reads(
              "180b",
              "IMPP;X-SERVICE-TYPE;TYPE=OTHER::google:x\nIMPP:ymsgr:y\nIMPP:telegram:t",
              Contact::imAddress,
              "GoogleTalk: x; Yahoo: y; telegram: t"),
          new Reads(
              "186",
              "PHOTO:data:image/png;base64,AQID",
              Contact::photo,
              new Photo(Bytes.of(new byte[] {1, 2, 3}), "image/png")),
          new Reads("188", "KEY;TYPE=PGP;ENCODING=b:AQID", Contact::certificates, List.of()),
          new Reads("193", "ROLE:Chef\nTITLE:Boss", Contact::profession, "Chef"),
          new Reads("193", "ROLE:Chef\nTITLE:Boss", Contact::jobTitle, "Boss"),
          new Reads("193", "X-SPOUSE:Eve\nX-MS-MANAGER:Max", Contact::spouse, "Eve"),
          new Reads("193", "X-SPOUSE:Eve\nX-MS-MANAGER:Max", Contact::manager, "Max"),
          new Reads("no VALUE", "RELATED;TYPE=SPOUSE:Bob", Contact::spouse, "Bob"),
          new Reads("no VALUE", "RELATED;TYPE=child:Kit", Contact::children, List.of("Kit")),
          new Reads("a URI", "RELATED;TYPE=spouse:mailto:bob@x.example", Contact::spouse, ""),
          new Reads("a text", "RELATED;TYPE=spouse;VALUE=text:Bob: he", Contact::spouse, "Bob: he"),
          new Reads(
              "194",
              "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=B6rg",
              Contact::name,
              new PersonName("", "Jörg", "", "Müller", "")),
          new Reads("class", "CLASS:X-NO-SUCH", Contact::sensitivity, Sensitivity.PRIVATE),
          new Reads("class", "class:confidential", Contact::sensitivity, Sensitivity.CONFIDENTIAL),
          new Reads("N lists", "N:Smith;Ann,Mary;;;", c -> c.name().first(), "Ann Mary"),
          new Reads(
              "FN only",
              "KIND:individual\nFN:Ann Mary Smith",
              Contact::name,
              new PersonName("", "Ann Mary", "", "Smith", "")),
          new Reads("company card", "X-ABSHOWAS:COMPANY\nFN:ACME", Contact::company, "ACME"),
          new Reads("company card", "X-ABSHOWAS:COMPANY\nFN:ACME", Contact::fullName, ""));

  private static String mails(Contact contact) {
    StringBuilder text = new StringBuilder();
    contact.emails().forEach((s, e) -> text.append(s).append('=').append(e.address()).append(' '));
    return text.toString().strip();
  }

  @TestFactory
  Stream<DynamicTest> reads() {
    return READS.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.number + " " + c.lines.replace("\n", " / "),
                    () -> {
                      Contact contact = CardTexts.contact(c.lines.split("\n(?! )"));
                      assertThat(c.part.apply(contact)).isEqualTo(c.expected);
                    }));
  }

  /** What stays, word for word, when the contact changes in Outlook. */
  private record Keeps(String number, String lines, UnaryOperator<Contact.Builder> change) {}

  private static final UnaryOperator<Contact.Builder> PHONE =
      b -> b.phones(Map.of(PhoneSlot.PAGER, "99"));
  private static final UnaryOperator<Contact.Builder> JOB = b -> b.jobTitle("Chief");

  /** The picture as Outlook has it, which knows no types, and another title. */
  private static final UnaryOperator<Contact.Builder> SHOWN =
      b ->
          JOB.apply(b)
              .photo(
                  new Photo(
                      Bytes.of(
                          new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}),
                      "image/jpeg"));

  private static final UnaryOperator<Contact.Builder> NAME =
      b -> b.name(new PersonName("", "New", "", "Name", "")).fullName("New Name");

  private static final List<Keeps> KEEPS =
      List.of(
          new Keeps("163", "EMAIL:a@x\nEMAIL:b@x\nEMAIL:c@x\nEMAIL:d@x\nEMAIL:e@x", JOB),
          new Keeps("175", "ORG:ACME;Sales;EMEA", PHONE),
          new Keeps("177", "BDAY:--0501", JOB),
          new Keeps("177b", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-01", JOB),
          new Keeps("177c", "BDAY:1601-01-01", JOB),
          new Keeps("183", "X-FACEBOOK:f", JOB),
          new Keeps("185", "PHOTO;VALUE=URI:", JOB),
          new Keeps("184", "PHOTO;VALUE=URI:https://x.example/p.jpg", JOB),
          new Keeps("186", "PHOTO:data:image/png;base64,AQID", JOB),
          new Keeps("no registered type", "PHOTO:data:image/jpg;base64,/9j/4AAQ", SHOWN),
          new Keeps("no registered type", "PHOTO;ENCODING=b;TYPE=image/jpg:/9j/4AAQ", SHOWN),
          new Keeps("another type", "PHOTO:data:image/heic;base64,/9j/4AAQ", SHOWN),
          new Keeps(
              "a crop",
              "PHOTO;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&9&9&x;ENCODING=b;TYPE=PNG:/9j/4AAQ",
              SHOWN),
          new Keeps("spouse", "RELATED;TYPE=SPOUSE:Bob\nRELATED;TYPE=friend:Ann", JOB),
          new Keeps(
              "188",
              "KEY;TYPE=PGP;ENCODING=b:AQID",
              b -> b.certificates(List.of(Bytes.of(new byte[] {7})))),
          new Keeps("189", "item1.TEL:5\nitem1.X-ABLabel:Boat", NAME),
          new Keeps("190", "X-FOO:bar", NAME),
          new Keeps("191", "URL:http://x.example", PHONE),
          new Keeps("notes", "NOTE:one\nNOTE:two\nNOTE:three", JOB),
          new Keeps("labels", "LABEL;TYPE=HOME:Main St 1\\nTown", JOB),
          new Keeps(
              "types",
              "ADR;TYPE=DOM,POSTAL,PARCEL,HOME:;;Main St 1;Town;;1010;AT",
              b -> b.officeLocation("4.12")));

  @TestFactory
  Stream<DynamicTest> keeps() {
    return KEEPS.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.number + " " + c.lines.replace("\n", " / "),
                    () -> {
                      String card = CardTexts.card(("FN:Old\nN:Old;;;;\n" + c.lines).split("\n"));
                      Contact contact = (Contact) CardTexts.read(LENS, card);
                      Contact wanted = c.change.apply(contact.toBuilder()).build();
                      String edited = LENS.update(card, wanted, ALL, "l/1");
                      assertThat(edited).isNotEqualTo(card);
                      String[] lines = c.lines.split("\n");
                      assertThat(edited.lines().toList()).containsSubsequence(lines);
                      assertThat(edited).contains("UID:u1\r\n");
                    }));
  }

  @Test
  void case153FnIsNeverEmpty() {
    assertThat(created(b -> b)).contains("\r\nFN:Unnamed\r\n");
    Contact read = (Contact) CardTexts.read(LENS, created(b -> b));
    assertThat(read.fullName()).isEmpty();
  }

  @Test
  void case154FnOfSomebodyKnownByMailOnly() {
    String card =
        created(b -> b.emails(Map.of(EmailSlot.EMAIL1, new EmailAddress("a@x.example", ""))));
    assertThat(card).contains("\r\nFN:a@x.example\r\n");
    assertThat(((Contact) CardTexts.read(LENS, card)).fullName()).isEmpty();
  }

  @Test
  void case160LineEndsOfNotes() {
    String card = created(b -> b.notes(Body.plain("one\r\ntwo")));
    assertThat(card).contains("\r\nNOTE:one\\ntwo\r\n");
    assertThat(((Contact) CardTexts.read(LENS, card)).notes().plain()).isEqualTo("one\ntwo");
  }

  @Test
  void case172NumbersRemovedOnTheServerAreGone() {
    assertThat(CardTexts.contact("FN:Ann").phones()).isEmpty();
  }

  @Test
  void case173TheOfficeIsPartOfTheAddressOfWork() {
    assertThat(created(b -> b.officeLocation("4.12"))).contains("\r\nADR;TYPE=WORK:;4.12;;;;;\r\n");
  }

  @Test
  void case176And179NewDates() {
    UnaryOperator<Contact.Builder> dates =
        b -> b.birthday(LocalDate.of(1980, 5, 1)).anniversary(LocalDate.of(2010, 10, 10));
    assertThat(created(dates)).contains("\r\nBDAY:1980-05-01\r\n", "\r\nANNIVERSARY:20101010\r\n");
    Contact contact = dates.apply(Contact.builder().uid("u")).build();
    assertThat(CardTexts.lens(CardVersion.V4).create(contact, "l/1"))
        .contains("\r\nBDAY:19800501\r\n", "\r\nANNIVERSARY:20101010\r\n");
  }

  @Test
  void case182And183ServicesForMessages() {
    assertThat(created(b -> b.imAddress("gtalk: g@x"))).contains("\r\nX-GOOGLE-TALK:g@x\r\n");
    Contact contact = Contact.builder().uid("u").imAddress("GoogleTalk: g@x").build();
    assertThat(CardTexts.lens(CardVersion.V4).create(contact, "l/1"))
        .contains("\r\nIMPP;X-SERVICE-TYPE=GoogleTalk:xmpp:g@x\r\n")
        .doesNotContain("X-MS-IMADDRESS");
  }

  @Test
  void case187APhotoRemovedOnTheServerIsGone() {
    assertThat(CardTexts.contact("FN:Ann").photo()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELATED;TYPE=SPOUSE:Bob", "RELATED;VALUE=uri;TYPE=SPOUSE:Bob"})
  void aRelationWithoutItsTypeOfValueGetsItWhenItChanges(String line) {
    String card = CardTexts.card("FN:Ann", line);
    Contact contact = (Contact) CardTexts.read(LENS, card);
    Contact wanted = contact.toBuilder().spouse("urn: him").build();
    String edited = LENS.update(card, wanted, Set.of("spouse"), "l/1");
    assertThat(edited.lines().filter(l -> l.startsWith("RELATED")))
        .singleElement()
        .asString()
        .contains("VALUE=text")
        .endsWith(":urn: him");
    assertThat(((Contact) CardTexts.read(LENS, edited)).spouse()).isEqualTo("urn: him");
    Contact alone = contact.toBuilder().spouse("").build();
    assertThat(LENS.update(card, alone, Set.of("spouse"), "l/1")).doesNotContain("RELATED");
  }

  @Test
  void case192ACardWithoutUidGetsOne() {
    String card = CardTexts.text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n");
    Contact contact = (Contact) CardTexts.read(LENS, card);
    Contact wanted = contact.toBuilder().uid("fresh").jobTitle("Boss").build();
    String edited = LENS.update(card, wanted, Set.of("job-title"), "l/1");
    assertThat(edited).contains("\r\nUID:fresh\r\n", "\r\nTITLE:Boss\r\n");
  }

  @Test
  void whatIsWrittenIsStampedAndDated() {
    String card = CardTexts.card("FN:Ann", "REV:2020-01-01T00:00:00Z");
    Contact wanted = ((Contact) CardTexts.read(LENS, card)).toBuilder().nickname("A").build();
    String edited = LENS.update(card, wanted, Set.of("nickname"), "link/7");
    assertThat(edited).contains("\r\nREV:2024-06-01T12:00:00Z\r\n");
    assertThat(((ResourceLens.Reading.Understood) LENS.get(edited)).stamp()).isEqualTo("link/7");
    assertThat(LENS.update(card, wanted, Set.of("job-title"), "link/7")).isSameAs(card);
  }

  @Test
  void whatIsNoContact() {
    assertThat(LENS.get("")).isInstanceOf(ResourceLens.Reading.Foreign.class);
    assertThat(LENS.get("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
        .isInstanceOf(ResourceLens.Reading.Foreign.class);
    assertThat(LENS.get("<html>\r\nno")).isInstanceOf(ResourceLens.Reading.Broken.class);
    ResourceLens.Reading cut = LENS.get("BEGIN:VCARD\r\nFN:Ann\r\nTEL:1");
    assertThat(cut).isInstanceOf(ResourceLens.Reading.Broken.class);
    ResourceLens.Reading.Broken broken = (ResourceLens.Reading.Broken) cut;
    assertThat(broken.title()).isEqualTo("Ann");
    assertThat(broken.reason()).contains("line 1").contains("END:VCARD");
    String two = CardTexts.card("FN:Ann") + CardTexts.card("FN:Bob");
    assertThat(((ResourceLens.Reading.Broken) LENS.get(two)).reason()).contains("line 6");
  }

  private static String created(UnaryOperator<Contact.Builder> content) {
    return LENS.create(content.apply(Contact.builder().uid("u")).build(), "l/1");
  }
}
