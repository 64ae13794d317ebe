package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.cases.Case.editsCard;
import static org.tandemsync.convert.cases.Case.editsWhole;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.readsCard;
import static org.tandemsync.convert.cases.Case.readsWhole;
import static org.tandemsync.convert.cases.Case.writes;
import static org.tandemsync.convert.cases.Texts.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.CardSettings.ChatFormat;
import org.tandemsync.convert.CardSettings.FirstMail;
import org.tandemsync.convert.CardSettings.PhoneFormat;
import org.tandemsync.convert.ChatService;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Family;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;

class Cases88ContactsTest {
  private static final String OLD = "FN:Old / N:Old;;;; / ";
  private static final String QUOTED =
      Texts.text(
          "BEGIN:VCARD / VERSION:2.1 / UID:u1 /"
              + " N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=B6rg / END:VCARD");
  private static final String WITHOUT_UID =
      Texts.text("BEGIN:VCARD / VERSION:3.0 / FN:Ann / END:VCARD");

  private static final CardSettings WORK_FIRST = CardSettings.USUAL.with(FirstMail.WORK);

  private static ResourceLens lens(CardSettings settings) {
    return Lenses.of(Family.CONTACTS, Texts.SETTINGS.with(settings));
  }

  /** As readsCard, with an option. */
  private static Case readsAs(CardSettings settings, int number, String lines, String expected) {
    return new Case(
        number,
        settings + ": " + lines + " -> " + expected,
        () -> {
          String text = Texts.card(lines);
          ResourceLens.Reading.Understood reading =
              (ResourceLens.Reading.Understood) lens(settings).get(text);
          assertThat(Facets.of(reading, expected)).isEqualTo(Facets.parse(expected));
          assertThat(lens(settings).update(text, reading.item(), Texts.fields(reading.item()), "s"))
              .isSameAs(text);
        });
  }

  /** As writes, with an option; also that what is written reads as the item again. */
  private static Case writesAs(
      CardSettings settings, int number, Contact contact, String... lines) {
    return new Case(
        number,
        settings + " -> " + String.join(" / ", lines),
        () -> {
          String text = lens(settings).create(contact, "s");
          Case.assertLines(text, lines);
          Contact read =
              (Contact) ((ResourceLens.Reading.Understood) lens(settings).get(text)).item();
          assertThat(read.emails()).isEqualTo(contact.emails());
          assertThat(lens(settings).update(text, contact, Texts.fields(contact), "s"))
              .isSameAs(text);
        });
  }

  /** A phone changes in Outlook, and this stays. */
  private static Case stays(int number, String... lines) {
    return editsCard(
        number,
        OLD + String.join(" / ", lines),
        b -> b.jobTitle("Chief"),
        Texts.fields(org.tandemsync.items.ItemType.CONTACT),
        concat(lines, "TITLE:Chief"));
  }

  private static Case staysOnRenaming(int number, String... lines) {
    return editsCard(
        number,
        OLD + String.join(" / ", lines),
        b -> b.name(new PersonName("", "New", "", "Name", "")).fullName("New Name"),
        Texts.fields(org.tandemsync.items.ItemType.CONTACT),
        concat(lines, "FN:New Name", "N:Name;New;;;", "UID:u1"));
  }

  private static String[] concat(String[] lines, String... more) {
    return Stream.concat(Stream.of(lines), Stream.of(more)).toArray(String[]::new);
  }

  static final List<Case> CASES =
      List.of(
          goesRound(153, "nothing at all", contact().build(), "full=", "FN:Unnamed"),
          goesRound(
              154,
              "only a mail address",
              contact()
                  .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress("a@x.example", "")))
                  .build(),
              "full=; mails=EMAIL1:a@x.example",
              "FN:a@x.example"),
          readsCard(155, "N:;;;; / FN:ACME", "full=ACME; file-as="),
          readsCard(156, "N:Smith\\;Jones;Ann;;;", "last=Smith;Jones; first=Ann"),
          readsCard(157, "NOTE:C:\\\\new", "notes=C:\\new"),
          readsCard(158, "NOTE:10\\:30", "notes=10:30"),
          readsCard(159, "NOTE:hello \r\n world", "notes=hello world"),
          goesRound(
              160,
              "notes with CR LF",
              contact().notes(Body.plain("one\r\ntwo")).build(),
              "notes=one\ntwo",
              "NOTE:one\\ntwo"),
          readsCard(
              161, "EMAIL;TYPE=WORK:w@x / EMAIL;TYPE=HOME:h@x", "mails=EMAIL1:h@x EMAIL2:w@x"),
          readsCard(162, "EMAIL;TYPE=HOME:h@x", "mails=EMAIL1:h@x"),
          readsAs(
              WORK_FIRST,
              161,
              "EMAIL;TYPE=WORK:w@x / EMAIL;TYPE=HOME:h@x",
              "mails=EMAIL1:w@x EMAIL2:h@x"),
          readsAs(WORK_FIRST, 161, "EMAIL:a@x / EMAIL:b@x", "mails=EMAIL1:a@x EMAIL2:b@x"),
          readsAs(WORK_FIRST, 162, "EMAIL;TYPE=HOME:h@x", "mails=EMAIL1:h@x"),
          writesAs(
              WORK_FIRST,
              161,
              contact()
                  .emails(
                      Map.of(
                          EmailSlot.EMAIL1, new EmailAddress("w@x", ""),
                          EmailSlot.EMAIL2, new EmailAddress("h@x", "")))
                  .build(),
              "EMAIL;TYPE=INTERNET,WORK:w@x",
              "EMAIL;TYPE=INTERNET,HOME:h@x"),
          stays(163, "EMAIL:a@x", "EMAIL:b@x", "EMAIL:c@x", "EMAIL:d@x", "EMAIL;TYPE=WORK:e@x"),
          readsCard(165, "TEL:1 / TEL:2 / TEL:3", "phones=BUSINESS:2 HOME:3 MOBILE:1"),
          readsCard(166, "TEL;TYPE=HOME,VOICE:1 / TEL;TYPE=HOME:2", "phones=HOME:1 HOME2:2"),
          readsCard(167, "TEL;TYPE=OTHER;TYPE=FAX:5", "phones=OTHER_FAX:5"),
          readsCard(168, "TEL;TYPE=\"cell,voice\":7", "phones=MOBILE:7"),
          readsCard(
              169,
              "TEL;VALUE=uri;TYPE=work:tel:+43-1-234;ext=5",
              "phones=BUSINESS:+43-1-234;ext=5"),
          readsCard(170, "TEL;TYPE=PREF;TYPE=VOICE:9", "phones=PRIMARY:9"),
          readsAs(
              CardSettings.USUAL.with(PhoneFormat.BRACKETS),
              171,
              "TEL;TYPE=CELL:+1 23 45678 / TEL;TYPE=HOME:0664 123 / TEL;TYPE=WORK:+43-1-5;ext=2",
              "phones=BUSINESS:+43 (1) 5;ext=2 HOME:0664 123 MOBILE:+1 (23) 45678"),
          readsCard(171, "TEL;TYPE=CELL:+1 23 45678", "phones=MOBILE:+1 23 45678"),
          readsCard(172, "FN:Ann", "phones="),
          goesRound(
              173,
              "only an office",
              contact().officeLocation("4.12").build(),
              "office=4.12",
              "ADR;TYPE=WORK:;4.12;;;;;"),
          readsCard(
              174,
              "ADR;TYPE=HOME;TYPE=PREF:;Apt 3;Main St 1;Town;;1010;AT",
              "addresses=HOME:Main St 1\nApt 3,Town; mailing=HOME"),
          stays(175, "ORG:ACME;Sales;EMEA"),
          readsCard(175, "ORG:ACME;Sales;EMEA", "company=ACME; department=Sales\\; EMEA"),
          readsCard(176, "BDAY:1980-05-01", "birthday=1980-05-01"),
          readsCard(176, "BDAY:19800501", "birthday=1980-05-01"),
          readsCard(177, "BDAY:--0501", "birthday=null; loss=date-not-whole"),
          stays(177, "BDAY:--0501"),
          readsCard(177, "BDAY:16010101", "birthday=null; loss=date-not-whole"),
          readsCard(177, "BDAY:1601-01-02", "birthday=1601-01-02"),
          readsCard(178, "BDAY:1980-05-01T00:00:00Z", "birthday=1980-05-01"),
          readsCard(179, "X-MS-ANNIVERSARY:20101010", "anniversary=2010-10-10"),
          goesRound(
              179,
              "anniversary",
              contact().anniversary(LocalDate.of(2010, 10, 10)).build(),
              "anniversary=2010-10-10",
              "ANNIVERSARY:20101010"),
          readsCard(
              180,
              "IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME:skype:nick / X-SKYPE:nick",
              "im=Skype: nick"),
          readsCard(181, "X-JABBER:j@x / X-AIM:a", "im=Jabber: j@x\\; a"),
          readsAs(
              CardSettings.USUAL.with(ChatService.JABBER),
              181,
              "X-JABBER:j@x / X-AIM:a",
              "im=j@x\\; AIM: a"),
          writesAs(
              CardSettings.USUAL.with(ChatService.JABBER),
              181,
              contact().imAddress("j@x").build(),
              "X-JABBER:j@x"),
          writes(182, "gtalk: g@x", contact().imAddress("gtalk: g@x").build(), "X-GOOGLE-TALK:g@x"),
          writesAs(
              CardSettings.USUAL.with(ChatFormat.IMPP),
              182,
              contact().imAddress("gtalk: g@x; Skype: n").build(),
              "IMPP;X-SERVICE-TYPE=GoogleTalk;TYPE=PREF,HOME:xmpp:g@x",
              "IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME:skype:n"),
          new Case(183, "Facebook: f, many times", Cases88ContactsTest::oneLineForEver),
          readsCard(
              184, "PHOTO;VALUE=URI:https://x.example/p.jpg", "photo=none; loss=photo-elsewhere"),
          stays(184, "PHOTO;VALUE=URI:https://x.example/p.jpg"),
          readsCard(185, "PHOTO;VALUE=URI:", "photo=none"),
          stays(185, "PHOTO;VALUE=URI:"),
          readsWhole(
              186,
              "PHOTO:data:image/png;base64,AQID",
              Texts.card("PHOTO:data:image/png;base64,AQID").replace("3.0", "4.0"),
              "photo=image/png"),
          stays(186, "PHOTO:data:image/png;base64,AQID"),
          readsCard(187, "FN:Ann", "photo=none"),
          readsCard(188, "KEY;TYPE=PGP;ENCODING=b:AQID", "certificates=0; loss=key-not-x509"),
          editsCard(
              188,
              OLD + "KEY;TYPE=PGP;ENCODING=b:AQID",
              b -> b.certificates(List.of(Bytes.of(new byte[] {7}))),
              Set.of("certificates"),
              "KEY;TYPE=PGP;ENCODING=b:AQID",
              "KEY;ENCODING=b;TYPE=X509:Bw=="),
          staysOnRenaming(189, "item1.TEL:5", "item1.X-ABLabel:Boat"),
          staysOnRenaming(190, "X-FOO:bar"),
          editsCard(
              191,
              OLD + "URL:http://x.example",
              b -> b.phones(Map.of(PhoneSlot.PAGER, "9")),
              Texts.fields(org.tandemsync.items.ItemType.CONTACT),
              "URL:http://x.example",
              "TEL;TYPE=PAGER:9",
              "!URL;"),
          editsWhole(
              192,
              "no UID",
              WITHOUT_UID,
              item -> ((Contact) item).toBuilder().uid("fresh").jobTitle("Boss").build(),
              Set.of("job-title"),
              "UID:fresh",
              "TITLE:Boss"),
          readsCard(
              193,
              "ROLE:Chef / TITLE:Boss / X-SPOUSE:Eve / X-MS-MANAGER:Max",
              "profession=Chef; title=Boss; spouse=Eve; manager=Max"),
          readsWhole(194, "quoted-printable", QUOTED, "last=M\u00FCller; first=J\u00F6rg"));

  private static void oneLineForEver() {
    String text = Texts.CONTACTS.create(contact().imAddress("Facebook: f").build(), "s");
    for (int round = 0; round < 3; round++) {
      Contact read = (Contact) Texts.understood(text).item();
      assertThat(read.imAddress()).isEqualTo("Facebook: f");
      text =
          Texts.CONTACTS.update(
              text, read.toBuilder().jobTitle("Boss " + round).build(), Texts.fields(read), "s");
      assertThat(Texts.lines(text)).containsOnlyOnce("X-FACEBOOK:f");
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.8", CASES);
  }
}
