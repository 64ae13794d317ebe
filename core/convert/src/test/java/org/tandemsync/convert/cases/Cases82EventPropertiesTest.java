package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.cases.Case.edits;
import static org.tandemsync.convert.cases.Case.editsWith;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.goesRoundWith;
import static org.tandemsync.convert.cases.Case.readsNine;
import static org.tandemsync.convert.cases.Case.writes;
import static org.tandemsync.convert.cases.Texts.nine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.BusyStatus;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Family;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Sensitivity;

class Cases82EventPropertiesTest {
  private static final Set<String> ALL = Texts.fields(ItemType.APPOINTMENT);
  private static final LensSettings PAIRED =
      Texts.SETTINGS.with(new PropertyPairs(Map.of("Room", "X-ROOM")));

  private static LensSettings with(CalendarSpelling spelling) {
    return Texts.SETTINGS.with(spelling);
  }

  private static Case writesPlain(int number, String title, Appointment item, String... lines) {
    ResourceLens lens = Lenses.of(Family.EVENTS, with(CalendarSpelling.USUAL.withHtml(false)));
    return new Case(
        number,
        title,
        () -> {
          String text = lens.create(item, "s");
          Case.assertLines(text, lines);
          assertThat(lens.update(text, item, ALL, "s")).isSameAs(text);
        });
  }

  private static Case goesRoundPaired(int number, String title, Appointment item, String... lines) {
    ResourceLens lens = Lenses.of(Family.EVENTS, PAIRED);
    return new Case(
        number,
        title,
        () -> {
          String text = lens.create(item, "s");
          Case.assertLines(text, lines);
          var read = (ResourceLens.Reading.Understood) lens.get(text);
          assertThat(((Appointment) read.item()).userProperties()).isEqualTo(item.userProperties());
          assertThat(lens.update(text, item, ALL, "s")).isSameAs(text);
        });
  }

  static final List<Case> CASES =
      List.of(
          new Case(35, "private as confidential, and back", ViewCases::privateAsConfidential),
          new Case(37, "public as private", ViewCases::publicAsPrivate),
          goesRound(
              26,
              "tentative",
              nine().busyStatus(BusyStatus.TENTATIVE).build(),
              "busy=TENTATIVE",
              "TRANSP:OPAQUE",
              "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"),
          readsNine(27, "TRANSP:OPAQUE / X-MICROSOFT-CDO-BUSYSTATUS:OOF", "busy=OUT_OF_OFFICE"),
          readsNine(28, "TRANSP:TRANSPARENT / X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "busy=FREE"),
          readsNine(29, "STATUS:TENTATIVE", "busy=TENTATIVE"),
          goesRound(
              30,
              "subject 'Cancelled: Lunch'",
              nine().subject("Cancelled: Lunch").build(),
              "subject=Cancelled: Lunch",
              "SUMMARY:Cancelled: Lunch",
              "STATUS:CANCELLED"),
          readsNine(31, "SUMMARY:Lunch / STATUS:CANCELLED", "subject=Cancelled: Lunch"),
          readsNine(31, "SUMMARY:Cancelled: Lunch / STATUS:CANCELLED", "subject=Cancelled: Lunch"),
          readsNine(32, "STATUS:CANCELLED", "subject=Cancelled: "),
          readsNine(33, "CLASS:private", "sensitivity=PRIVATE"),
          readsNine(34, "CLASS:X-SECRET", "sensitivity=PRIVATE"),
          goesRoundWith(
              with(CalendarSpelling.USUAL.withClassOfPublic(false)),
              36,
              "normal, public as default",
              nine().build(),
              "sensitivity=NORMAL",
              "!CLASS"),
          goesRoundWith(
              with(CalendarSpelling.USUAL.withClassOfPublic(false)),
              36,
              "private, public as default",
              nine().sensitivity(Sensitivity.PRIVATE).build(),
              "sensitivity=PRIVATE",
              "CLASS:PRIVATE"),
          writes(36, "normal, without the option", nine().build(), "CLASS:PUBLIC"),
          edits(36, "SUMMARY:a", b -> b.subject("b"), ALL, "SUMMARY:b", "!CLASS"),
          readsNine(38, "PRIORITY:3", "importance=HIGH"),
          readsNine(38, "PRIORITY:0", "importance=NORMAL"),
          readsNine(38, "PRIORITY:7", "importance=LOW"),
          readsNine(38, "PRIORITY:12", "importance=NORMAL; loss=bad-priority"),
          goesRound(
              39,
              "subject with signs and a line feed",
              nine().subject("a,b;c\\d\ne").build(),
              "subject=a,b;c\\d\ne",
              "SUMMARY:a\\,b\\;c\\\\d\\ne"),
          goesRound(
              40,
              "body with U+000B and an emoji",
              nine().body(Body.plain("x\u000By\uD83D\uDE00")).build(),
              "body=xy\uD83D\uDE00",
              "DESCRIPTION:xy\uD83D\uDE00"),
          readsNine(41, "DESCRIPTION:<b>Bring</b> cake", "body=Bring cake; html=<b>Bring</b> cake"),
          readsNine(42, "DESCRIPTION:if a < b then c > d", "body=if a < b then c > d; html="),
          goesRound(
              43,
              "formatted body with a link",
              nine()
                  .body(
                      new Body(
                          "See \"it\", here",
                          "<p>See \"it\", <a href=\"https://x.example/?a='1'\">here</a></p>"))
                  .build(),
              "body=See \"it\", here; html=<p>See &quot;it&quot;, <a"
                  + " href='https://x.example/?a=&#39;1&#39;'>here</a></p>",
              "DESCRIPTION:See \"it\"\\, here",
              "X-ALT-DESC;FMTTYPE=text/html:<p>See &quot\\;it&quot\\;\\, <a"
                  + " href='https://x.example/?a=&#39\\;1&#39\\;'>here</a></p>"),
          writes(43, "no body", nine().build(), "!X-ALT-DESC", "!DESCRIPTION"),
          edits(
              43,
              "DESCRIPTION:same words / X-ALT-DESC;FMTTYPE=text/html:<b>same</b> words",
              b -> b.subject("x").body(Body.plain("same words")),
              Set.of("subject", "body"),
              "SUMMARY:x",
              "DESCRIPTION:same words",
              "X-ALT-DESC;FMTTYPE=text/html:<b>same</b> words"),
          readsNine(
              43,
              "DESCRIPTION:changed by a phone / X-ALT-DESC;FMTTYPE=text/html:<b>old</b> words",
              "body=changed by a phone; html=; loss=rich-text-outdated"),
          readsNine(
              43,
              "DESCRIPTION;ALTREP=\"data:text/html,%3Cb%3Ebold%3C%2Fb%3E\":bold",
              "body=bold; html=<b>bold</b>"),
          readsNine(
              43,
              "DESCRIPTION:bold /" + " STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<b>bold</b>",
              "body=bold; html=<b>bold</b>"),
          writesPlain(
              43,
              "formatted body, no HTML to the server",
              nine().body(new Body("bold", "<b>bold</b>")).build(),
              "DESCRIPTION:bold",
              "!X-ALT-DESC"),
          editsWith(
              with(CalendarSpelling.USUAL.withHtml(false)),
              43,
              "DESCRIPTION:bold / X-ALT-DESC;FMTTYPE=text/html:<b>bold</b>",
              b -> b.subject("x").body(new Body("bold", "<i>bold</i>")),
              Set.of("subject", "body"),
              "SUMMARY:x",
              "X-ALT-DESC;FMTTYPE=text/html:<b>bold</b>"),
          editsWith(
              with(CalendarSpelling.USUAL.withHtml(false)),
              43,
              "DESCRIPTION:bold / X-ALT-DESC;FMTTYPE=text/html:<b>bold</b>",
              b -> b.body(new Body("brave", "<b>brave</b>")),
              Set.of("body"),
              "DESCRIPTION:brave",
              "!X-ALT-DESC"),
          edits(
              44,
              "DESCRIPTION:old",
              b -> b.subject("y").body(Body.EMPTY),
              Set.of("subject"),
              "SUMMARY:y",
              "DESCRIPTION:old"),
          readsNine(45, "CATEGORIES:Work,work,Home", "categories=Work|Home"),
          goesRound(
              46,
              "two categories",
              nine().categories(Categories.of("Work", "Home")).build(),
              "categories=Work|Home",
              "CATEGORIES:Work,Home"),
          goesRound(
              47,
              "one category with a comma",
              nine().categories(Categories.of("Smith, Jones")).build(),
              "categories=Smith, Jones",
              "CATEGORIES:Smith\\, Jones"),
          edits(
              48,
              "SUMMARY:a / ATTACH:https://x.example/f / URL:https://x.example / GEO:48.2;16.3 /"
                  + " X-FOO;A=\"b\":1,;2 / BEGIN:VALARM / ACTION:EMAIL / TRIGGER:-PT1H /"
                  + " END:VALARM / BEGIN:VALARM / ACTION:DISPLAY / TRIGGER:-PT10M / X-BAR:1 /"
                  + " END:VALARM",
              b -> b.subject("b"),
              ALL,
              "SUMMARY:b",
              "ATTACH:https://x.example/f",
              "URL:https://x.example",
              "GEO:48.2;16.3",
              "X-FOO;A=\"b\":1,;2",
              "ACTION:EMAIL",
              "X-BAR:1"),
          readsNine(49, "X-CALDAVSYNCHRONIZER-Room:12", "user={Room=12}"),
          edits(
              49,
              "X-CALDAVSYNCHRONIZER-Room:12",
              b -> b.userProperties(Map.of("Room", "13")),
              Set.of("user-properties"),
              "X-CALDAVSYNCHRONIZER-Room:13"),
          new Case(
              50,
              "X-CALDAVSYNCHRONIZER-Room:1 / X-ROOM:2, a pair -> Room=2",
              () ->
                  assertThat(
                          Lenses.of(Family.EVENTS, PAIRED)
                              .get(
                                  Texts.event(
                                      Texts.NINE + " / X-CALDAVSYNCHRONIZER-Room:1 / X-ROOM:2")))
                      .extracting(r -> ((ResourceLens.Reading.Understood) r).item())
                      .extracting(i -> ((Appointment) i).userProperties())
                      .isEqualTo(Map.of("Room", "2"))),
          goesRoundPaired(
              50,
              "a pair and another property",
              nine().userProperties(Map.of("room", "a,b", "Cost", "1")).build(),
              "X-ROOM;X-NAME=room:a\\,b",
              "X-TANDEM-USER-PROPERTY;X-NAME=Cost:1"),
          editsWith(
              PAIRED,
              50,
              "X-TANDEM-USER-PROPERTY;X-NAME=Room:1 / X-CALDAVSYNCHRONIZER-Room:1",
              b -> b.userProperties(Map.of("Room", "2")),
              Set.of("user-properties"),
              "X-ROOM:2",
              "X-CALDAVSYNCHRONIZER-Room:2",
              "!X-TANDEM-USER-PROPERTY"),
          editsWith(
              PAIRED,
              50,
              "X-TANDEM-USER-PROPERTY;X-NAME=Room:1",
              b -> b.subject("x"),
              ALL,
              "SUMMARY:x",
              "X-TANDEM-USER-PROPERTY;X-NAME=Room:1"),
          editsWith(
              PAIRED,
              50,
              "X-ROOM:1 / X-CALDAVSYNCHRONIZER-Room:2",
              b -> b.userProperties(Map.of()),
              Set.of("user-properties"),
              "!X-ROOM",
              "!X-CALDAVSYNCHRONIZER"),
          goesRound(
              51,
              "user property 'My Field'",
              nine().userProperties(Map.of("My Field", "a,b", "Gr\u00F6\u00DFe", "1")).build(),
              "user={Gr\u00F6\u00DFe=1, My Field=a,b}",
              "X-TANDEM-USER-PROPERTY;X-NAME=My Field:a\\,b",
              "X-TANDEM-USER-PROPERTY;X-NAME=Gr\u00F6\u00DFe:1"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.2", CASES);
  }
}
