package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.cases.Case.edits;
import static org.tandemsync.convert.cases.Case.editsWhole;
import static org.tandemsync.convert.cases.Case.goesRound;
import static org.tandemsync.convert.cases.Case.readsNine;
import static org.tandemsync.convert.cases.Case.readsWhole;
import static org.tandemsync.convert.cases.Texts.nine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Item;
import org.tandemsync.items.Member;

class Cases89GroupsAndColorsTest {
  private static final String VLIST =
      Texts.text(
          "BEGIN:VLIST / VERSION:1.0 / UID:l1.vlf / FN:Choir /"
              + " CARD;EMAIL=ann@x.example;FN=Ann Alto:7d1e-ann.vcf /"
              + " CARD;EMAIL=bob@x.example;FN=\"Bass, Bob\":c0ffee.vcf / END:VLIST");

  private static Function<Item, Item> with(String name, Member member) {
    return item -> {
      DistributionList list = (DistributionList) item;
      List<Member> members = new ArrayList<>(list.members());
      members.add(member);
      return list.toBuilder().name(name).members(members).build();
    };
  }

  private static final Set<String> BOTH = Set.of("name", "members");

  static final List<Case> CASES =
      List.of(
          new Case(207, "filter, no categories", ViewCases::filterFromTheServer),
          new Case(208, "negated filter", ViewCases::negatedFilter),
          new Case(210, "O'Brien as filter", ViewCases::oddNameAsFilter),
          new Case(213, "the category of a colour", ViewCases::colorOfACategory),
          new Case(215, "a name of another colour", ViewCases::nameOfAnotherColor),
          editsWhole(
              195,
              "a VLIST gets another name and a third member",
              VLIST,
              with("Chor", new Member("Eve", "eve@x.example", "e1")),
              BOTH,
              "FN:Chor",
              "CARD;EMAIL=ann@x.example;FN=Ann Alto:7d1e-ann.vcf",
              "CARD;EMAIL=bob@x.example;FN=\"Bass, Bob\":c0ffee.vcf",
              "CARD;EMAIL=eve@x.example;FN=Eve:e1.vcf",
              "UID:l1.vlf"),
          editsWhole(
              196,
              "a VLIST gets an outsider",
              VLIST,
              with("Choir", new Member("Gus", "gus@y.example", "")),
              BOTH,
              "X-ADDRESSBOOKSERVER-MEMBER;CN=Gus:mailto:gus@y.example"),
          readsWhole(
              196,
              "a VLIST with an outsider",
              VLIST.replace(
                  "END:", "X-ADDRESSBOOKSERVER-MEMBER;CN=Gus:mailto:gus@y.example\r\nEND:"),
              "members=Ann Alto<ann@x.example>7d1e-ann Bass, Bob<bob@x.example>c0ffee"
                  + " Gus<gus@y.example>"),
          readsWhole(
              197,
              "a VLIST with members that say little",
              Texts.text("BEGIN:VLIST / UID:l / FN:L / CARD;EMAIL=;FN=: / CARD:a.vcf / END:VLIST"),
              "members=<>a"),
          editsWhole(
              198,
              "a third member by mail",
              Texts.card("FN:L / X-KIND:GROUP / X-MEMBER:mailto:a@x / X-MEMBER:mailto:b@x"),
              with("L", new Member("Cy", "c@x", "")),
              BOTH,
              "X-MEMBER:mailto:a@x",
              "X-MEMBER:mailto:b@x",
              "X-MEMBER;CN=Cy:mailto:c@x"),
          goesRound(
              199,
              "members by UID",
              DistributionList.builder()
                  .uid("g")
                  .name("L")
                  .members(List.of(new Member("Ann", "a@x", "7D1E")))
                  .build(),
              "members=Ann<a@x>7D1E",
              "X-ADDRESSBOOKSERVER-MEMBER;CN=Ann;X-EMAIL=a@x:urn:uuid:7D1E"),
          editsWhole(
              200,
              "an unknown member, on renaming",
              Texts.card(
                  "FN:L / X-ADDRESSBOOKSERVER-KIND:group /"
                      + " X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:unknown /"
                      + " X-ADDRESSBOOKSERVER-MEMBER:xmpp:kat@z.example"),
              item -> ((DistributionList) item).toBuilder().name("M").build(),
              BOTH,
              "FN:M",
              "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:unknown",
              "X-ADDRESSBOOKSERVER-MEMBER:xmpp:kat@z.example"),
          kind(201, "KIND:group", DistributionList.class),
          kind(201, "KIND:location", Contact.class),
          kind(201, "X-A:b", Contact.class),
          kind(202, "X-ADDRESSBOOKSERVER-KIND:Group", DistributionList.class),
          readsNine(211, "COLOR:red", "color=red"),
          goesRound(211, "red", nine().color("red").build(), "color=red", "COLOR:red"),
          readsNine(212, "COLOR:#ff00ff", "color=purple"),
          edits(
              212,
              "COLOR:#ff00ff",
              b -> b.subject("x").color("purple"),
              Set.of("subject", "color"),
              "SUMMARY:x",
              "COLOR:#ff00ff"),
          readsNine(
              214, "COLOR:white / SUMMARY:x", "color=; subject=x; loss=color-not-representable"),
          readsNine(214, "COLOR:nonsense", "color=; loss=color-not-representable"),
          new Case(216, "every colour, both ways, twice", Cases89GroupsAndColorsTest::colors),
          new Case(217, "calendar colours", Cases89GroupsAndColorsTest::calendarColors));

  private static Case kind(int number, String line, Class<? extends Item> expected) {
    return new Case(
        number,
        line + " -> " + expected.getSimpleName(),
        () ->
            assertThat(Texts.understood(Texts.card("FN:L / " + line)).item())
                .isInstanceOf(expected));
  }

  private static void colors() {
    for (CategoryColor color : CategoryColor.values()) {
      String name = color.cssName();
      assertThat(CategoryColor.ofCssName(name.toUpperCase(Locale.ROOT))).contains(color);
      String text = Texts.EVENTS.create(nine().color(name).build(), "s");
      Appointment read = (Appointment) Texts.understood(text).item();
      assertThat(read.color()).isEqualTo(name);
      String again =
          Texts.EVENTS.update(text, read.toBuilder().subject("x").build(), Texts.fields(read), "s");
      assertThat(((Appointment) Texts.understood(again).item()).color()).isEqualTo(name);
      assertThat(CategoryColor.nearest(color.shown())).isEqualTo(color);
    }
  }

  /** The examples of 6.3, computed from its tables; pure red stays Red. */
  private static void calendarColors() {
    assertThat(CategoryColor.nearest(0xE7A1A2)).isEqualTo(CategoryColor.RED);
    assertThat(CategoryColor.RED.shown()).isEqualTo(0xE7A1A2);
    assertThat(CategoryColor.nearest(0xFF0000)).isEqualTo(CategoryColor.RED);
    List<String> examples =
        List.of(
            "tomato DARK_ORANGE",
            "turquoise TEAL",
            "gold PEACH",
            "magenta PURPLE",
            "lime GREEN",
            "skyblue BLUE",
            "pink MAROON",
            "silver GRAY",
            "forestgreen DARK_GREEN",
            "chocolate DARK_ORANGE",
            "snow NONE",
            "ivory NONE",
            "aliceblue NONE");
    for (String example : examples) {
      String[] words = example.split(" ", -1);
      Appointment read =
          (Appointment) Texts.understood(Texts.event(Texts.NINE + " / COLOR:" + words[0])).item();
      assertThat(read.color()).as(example).isEqualTo(CategoryColor.valueOf(words[1]).cssName());
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return Case.tests("8.9", CASES);
  }
}
