package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.testkit.server.Dials.PropertyRefusal;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** {@code tandem collections} and {@code tandem colors}, through the whole program. */
final class CollectionCommandsTest {
  private static final String PASSWORD = "l00king-glass";

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    server.calendar("alice", "work");
    shell = new Shell(folder).set("PW", PASSWORD);
    configure("");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void configure(String profiles) {
    new HomeAccount(server.url()).apply(shell, profiles);
  }

  private Shell.Answer collections(String... arguments) {
    List<String> all = new ArrayList<>(List.of("collections"));
    all.addAll(List.of(arguments));
    return shell.tandem(all.toArray(String[]::new));
  }

  private void done(Shell.Answer answer) {
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  private void refused(Shell.Answer answer, String... words) {
    assertThat(answer.status()).as(answer.all()).isEqualTo(2);
    assertThat(answer.err()).contains(words).doesNotContain(PASSWORD);
  }

  /** What the server shows to whoever asks. */
  private Map<String, Object> offer(String name) {
    return shell.tandem("discover", "--account", "home", "--json").json().stream()
        .filter(o -> name.equals(o.get("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name));
  }

  private List<Object> names() {
    return shell.tandem("discover", "--account", "home", "--json").json().stream()
        .map(o -> o.get("name"))
        .toList();
  }

  private static String path(Map<String, Object> offer) {
    return java.net.URI.create(String.valueOf(offer.get("url"))).getRawPath();
  }

  @Test
  void aCalendarIsMadeWithNameColorAndKind() {
    Shell.Answer made =
        collections("create", "Büro & Co", "--kind", "tasks", "--color", "#e7a1a2", "--json");
    done(made);
    Map<String, Object> line = made.json().getFirst();
    assertThat(line).containsEntry("done", "created");
    assertThat(line.get("collection")).isEqualTo(offer("Büro & Co"));
    assertThat(offer("Büro & Co"))
        .containsEntry("kind", List.of("tasks"))
        .containsEntry("color", "#E7A1A2");
    assertThat(path(offer("Büro & Co"))).endsWith("/buro-co/");
    assertThat(server.log().count("MKCALENDAR")).isEqualTo(1);
    assertThat(server.log().count("PROPPATCH")).isZero();
  }

  @ParameterizedTest
  @EnumSource(Quirks.class)
  void eachServerMakesThemInItsWay(Quirks quirks) {
    quirks.apply(server.dials());
    done(collections("create", "Team", "--color", "dark-red", "--path", "t1"));
    done(collections("create", "Both", "--kind", "events,tasks"));
    assertThat(offer("Team")).containsEntry("color", "#C11A25");
    assertThat(path(offer("Team"))).endsWith("/t1/");
    assertThat((List<?>) offer("Both").get("kind")).isEqualTo(List.of("events", "tasks"));
    Shell.Answer people = collections("create", "People", "--kind", "contacts", "--color", "blue");
    assertThat(offer("People")).containsEntry("kind", List.of("contacts"));
    if (quirks == Quirks.SOGO) {
      assertThat(people.status()).isEqualTo(1);
      assertThat(people.err()).contains("has not taken the colour");
    } else {
      done(people);
      assertThat(offer("People")).containsEntry("color", "#9DB7E8");
    }
    done(collections("rename", "Team", "Team Vienna"));
    done(collections("recolor", "Team Vienna", "#112233"));
    done(collections("rename", "People", "Customers"));
    assertThat(offer("Team Vienna")).containsEntry("color", "#112233");
    done(collections("delete", "Team Vienna", "--yes"));
    done(collections("delete", "Customers", "--yes"));
    assertThat(names()).containsExactlyInAnyOrder("work", "Both");
  }

  @Test
  void whereMkcalendarIsRefusedMkcolMakesIt() {
    server.dials().mkcalendar = false;
    done(collections("create", "Team", "--color", "blue"));
    assertThat(offer("Team"))
        .containsEntry("kind", List.of("events"))
        .containsEntry("color", "#9DB7E8");
    assertThat(server.log().count("MKCOL")).isEqualTo(1);
  }

  @Test
  void aColorThatIsRefusedAtFirstIsSetAfterwards() {
    server.dials().refuseOnMake = name -> name.equals("calendar-color");
    done(collections("create", "Team", "--color", "blue"));
    assertThat(offer("Team")).containsEntry("color", "#9DB7E8");
  }

  @Test
  void aServerThatMakesOthersThanAskedForSaysSo() {
    Quirks.XANDIKOS.apply(server.dials());
    Shell.Answer made = collections("create", "Todo", "--kind", "tasks");
    done(made);
    assertThat(made.err()).contains("It takes events, tasks");
    server.dials().refuseProperty = name -> name.endsWith("color");
    Shell.Answer plain = collections("create", "Plain", "--color", "red");
    assertThat(plain.status()).isEqualTo(1);
    assertThat(plain.err()).contains("has not taken the colour");
  }

  @Test
  void whatIsThereIsNotMadeAgain() {
    done(collections("create", "Team"));
    refused(collections("create", "team"), "There is a 'Team' for events already", "Next step");
    refused(collections("create", "Other", "--path", "work"), "already", "/work/");
    done(collections("create", "Team", "--kind", "contacts"));
    assertThat(names()).containsExactlyInAnyOrder("work", "Team", "Team");
    refused(
        collections("rename", "Team", "x"),
        "There are several 'Team'",
        "/calendars/alice/team/",
        "/addressbooks/alice/team/");
  }

  @Test
  void faultsAreSaidBeforeAnythingIsAsked() {
    server.log().clear();
    refused(collections("create", " "), "cannot be empty");
    refused(collections("create", "B\uFFFD\uFFFDro"), "not set to UTF-8", "Nothing was changed");
    refused(collections("create", "x", "--kind", "events,contacts"), "one of each");
    refused(collections("create", "x", "--path", "a/b"), "without slashes");
    refused(collections("create", "x", "--color", "mauve"), "no colour", "dark-red");
    refused(collections("recolor", "work", "#12"), "no colour");
    refused(collections("rename", "work", "a\nb"), "control characters", "Nothing was changed");
    assertThat(server.log().all()).isEmpty();
  }

  @Test
  void aCollectionIsNamedByNamePathOrAddress() {
    done(collections("rename", "WORK", "One"));
    done(collections("rename", "/dav/calendars/alice/w%6Frk", "Two"));
    done(collections("rename", server.url() + "dav/calendars/alice/work/", "Three"));
    assertThat(names()).containsExactly("Three");
    refused(collections("rename", "Four", "x"), "no collection 'Four'", "Three (/dav/calendars");
    refused(collections("rename", server.url() + "dav/calendars/alice/", "x"), "no collection");
    assertThat(names()).containsExactly("Three");
  }

  @ParameterizedTest
  @EnumSource(PropertyRefusal.class)
  void aRefusedPropertyIsNoSuccess(PropertyRefusal how) {
    server.dials().propertyRefusal = how;
    server.dials().refuseProperty = name -> true;
    refused(collections("rename", "work", "x"), "does not let the name of 'work' be changed");
    refused(collections("recolor", "work", "red"), "does not let the colour", "Next step");
    assertThat(names()).containsExactly("work");
  }

  @Test
  void whatTheServerOnlySaysToHaveDoneIsNoSuccess() {
    server.dials().forgetProperty = name -> true;
    refused(collections("rename", "work", "x"), "has not kept it", "Next step");
  }

  @Test
  void whoMayOnlyReadIsTold() {
    server.calendar("alice", "work").readOnly(true);
    refused(collections("rename", "work", "x"), "may only read it", "ask who owns it");
    refused(collections("delete", "work", "--yes"), "does not let 'work' be deleted");
    assertThat(names()).containsExactly("work");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROPPATCH", "DELETE"})
  void aLostAnswerIsLookedAfter(String method) {
    server.dials().loseAnswer = When.nth(1).on(method);
    if (method.equals("DELETE")) {
      done(collections("delete", "work", "--yes"));
      assertThat(server.collections("alice")).isEmpty();
    } else {
      done(collections("rename", "work", "x"));
      assertThat(names()).containsExactly("x");
    }
    assertThat(server.log().count(method)).isEqualTo(1);
  }

  @Test
  void aRequestThatNeverArrivedHasDoneNothing() {
    server.dials().cutBefore = When.nth(1).on("DELETE");
    refused(collections("delete", "work", "--yes"), "still there", "try again");
    assertThat(names()).containsExactly("work");
    server.dials().loginPage = When.always().on("DELETE");
    refused(collections("delete", "work", "--yes"), "DELETE");
    assertThat(names()).containsExactly("work");
  }

  private void putOne() {
    server
        .calendar("alice", "work")
        .put(
            "1.ics",
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            DTSTART:20260302T090000Z
            END:VEVENT
            END:VCALENDAR
            """);
  }

  @Test
  void deletingIsAskedFor() {
    putOne();
    refused(collections("delete", "work"), "Nobody is here", "1 item", "Nothing was deleted");
    assertThat(names()).containsExactly("work");
    shell.terminal(100, "no");
    Shell.Answer no = collections("delete", "work");
    assertThat(no.status()).isEqualTo(1);
    assertThat(no.err()).contains("Nothing was deleted");
    assertThat(names()).containsExactly("work");
    shell.terminal(100, "yes");
    Shell.Answer yes = collections("delete", "work");
    done(yes);
    assertThat(yes.out()).contains("deleted: 'work' with 1 item");
    assertThat(server.collections("alice")).isEmpty();
  }

  private static final String PROFILE =
      """
      [[profiles]]
      name = "Diary"
      outlook = { pst = "outlook.pst", folder = "Calendar" }
      server = { account = "home", collection = "/dav/calendars/alice/w%6Frk/" }
      """;

  @Test
  void whatAProfileUsesIsNotDeletedByMistake() {
    configure(PROFILE);
    putOne();
    refused(
        collections("delete", "work", "--yes"), "profile 'Diary' keeps 'work' in step", "--force");
    assertThat(names()).containsExactly("work");
    Shell.Answer forced = collections("delete", "work", "--yes", "--force", "--json");
    done(forced);
    assertThat(forced.json().getFirst())
        .containsEntry("done", "deleted")
        .containsEntry("items", 1L);
    assertThat(server.collections("alice")).isEmpty();
  }

  @Test
  void whatTheServerNeedsStays() {
    Quirks.SOGO.apply(server.dials());
    server.calendar("alice", "personal");
    refused(collections("delete", "personal", "--yes"), "folder 'personal' cannot be deleted");
  }

  @ParameterizedTest
  @CsvSource({"create", "rename", "recolor", "delete"})
  void eachHasHelpWithExamples(String command) {
    Shell.Answer help = collections(command, "--help");
    done(help);
    assertThat(help.out())
        .contains("Usage: tandem collections " + command, "Examples:\n  ", "--json", "--account");
  }

  private void withFilter(String categories) {
    shell.sample("demo/outlook.pst", "outlook.pst");
    configure(PROFILE + "categories = " + categories + "\n");
  }

  @Test
  void theCategoryTakesTheColorOfItsCalendarAndBack() {
    withFilter("{ only = [\"Office\"] }");
    refused(shell.tandem("colors", "Diary", "--from", "server"), "has no colour on the server");
    refused(shell.tandem("colors", "Diary", "--from", "outlook"), "has no colour in Outlook");
    done(collections("recolor", "work", "#E7A1A2"));
    Shell.Answer taken = shell.tandem("colors", "Diary", "--from", "server");
    done(taken);
    assertThat(taken.out()).contains("'Office' is red now");
    assertThat(shell.tandem("colors", "Diary", "--from", "server").out()).contains("red already");
    assertThat(shell.tandem("colors", "--json").json().getFirst())
        .containsEntry("color", "#E7A1A2")
        .containsEntry("nearest", "red")
        .containsEntry("category", "Office")
        .containsEntry("category-color", "red");
    // a shade to which red is the nearest stays; another colour is replaced
    done(collections("recolor", "work", "#FF0000"));
    assertThat(shell.tandem("colors", "Diary", "--from", "outlook").out())
        .contains("#FF0000 on the server already");
    done(collections("recolor", "work", "dark-green"));
    assertThat(shell.tandem("colors", "Diary", "--from", "outlook").out())
        .contains("#E7A1A2 on the server now");
    assertThat(offer("work")).containsEntry("color", "#E7A1A2");
    assertThat(Objects.requireNonNull(shell.tandem("colors").out())).contains("Office", "red");
    assertThat(shell.tandem("doctor", "pst:outlook.pst").status()).isZero();
  }

  @Test
  void whichCategoryIsMeantIsSaid() {
    withFilter("{ only = [\"A\", \"B\"] }");
    done(collections("recolor", "work", "#FFFFFF"));
    refused(shell.tandem("colors", "Diary", "--from", "server"), "which category", "--category");
    refused(
        shell.tandem("colors", "Diary", "--from", "server", "--category", "B"),
        "no colour for categories that is like #FFFFFF");
    done(collections("recolor", "work", "#5C3FA3"));
    done(shell.tandem("colors", "Diary", "--from", "server", "--category", "B"));
    assertThat(shell.tandem("colors", "--category", "B", "--json").json().getFirst())
        .containsEntry("category-color", "dark-purple");
  }
}
