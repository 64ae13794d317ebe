package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Body;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.PersonName;
import org.tandemsync.testkit.server.When;

/**
 * Somebody moves an item from the folders of one profile to those of another one; the run that
 * follows it is killed at some step, the item is edited, and either profile runs first. In the end
 * there is one item, with the edits. More with {@code -Dtandem.moves=true}.
 */
final class InterruptedMovesTest {
  private static final boolean ALL = Boolean.getBoolean("tandem.moves");
  private static final List<Edit> EVERY = List.of(Edit.values());

  @TempDir private Path folder;

  /** Where somebody edits it before the next run, and what. */
  enum Edit {
    NONE(false, false, false, false),
    SERVER_NOTE(true, false, false, false),
    SERVER_NAME(false, true, false, false),
    OUTLOOK_NOTE(false, false, true, false),
    OUTLOOK_NAME(false, false, false, true),
    APART(true, false, false, true),
    NAMED_APART(false, true, true, false),
    SAME(true, false, true, false);

    final boolean serverNote;
    final boolean serverName;
    final boolean outlookNote;
    final boolean outlookName;

    Edit(boolean serverNote, boolean serverName, boolean outlookNote, boolean outlookName) {
      this.serverNote = serverNote;
      this.serverName = serverName;
      this.outlookNote = outlookNote;
      this.outlookName = outlookName;
    }
  }

  /**
   * @param fromOutlook whether it was made there
   * @param moves whether the server moves resources
   * @param inOutlook whether it was moved there, or on the server
   * @param follower which profile follows, and is killed
   * @param writes after how many writes on the server; fewer than none if nobody runs
   * @param next which profile runs first afterwards
   */
  record Case(
      Family family,
      boolean fromOutlook,
      boolean moves,
      boolean inOutlook,
      String follower,
      int writes,
      Edit edit,
      String next) {}

  static Stream<Case> cases() {
    List<Edit> few = ALL ? EVERY : List.of(Edit.SERVER_NOTE, Edit.APART);
    List<Edit> most =
        ALL ? EVERY : List.of(Edit.NONE, Edit.SERVER_NAME, Edit.OUTLOOK_NOTE, Edit.SAME);
    List<Case> all = new ArrayList<>();
    add(all, Family.CONTACTS, true, false, most);
    add(all, Family.CONTACTS, false, false, few);
    add(all, Family.EVENTS, false, true, few);
    add(all, Family.EVENTS, true, false, few);
    return all.stream();
  }

  private static void add(
      List<Case> all, Family family, boolean fromOutlook, boolean moves, List<Edit> edits) {
    List<String> profiles = List.of("Old", "New");
    for (Edit edit : edits) {
      for (String next : profiles) {
        for (int writes : moves ? List.of(-1, 1) : List.of(-1, 1, 2)) {
          String follower = profiles.get((writes + 1 + edit.ordinal()) / 2 % 2);
          all.add(new Case(family, fromOutlook, moves, true, follower, writes, edit, next));
        }
        for (int writes : List.of(-1, 0)) {
          String follower = profiles.get(edit.ordinal() % 2);
          all.add(new Case(family, fromOutlook, moves, false, follower, writes, edit, next));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thereIsOneItemWithTheEdits(Case one) {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, one.family(), one.fromOutlook())) {
      all.server.dials().moves = one.moves();
      if (one.inOutlook()) {
        all.moveInOutlook();
      } else {
        all.moveOnServer();
      }
      if (one.writes() >= 0) {
        all.killed(one.follower(), one.writes());
      }
      edit(all, one.edit());
      String told = "";
      for (String profile :
          one.next().equals("Old") ? List.of("Old", "New") : List.of("New", "Old")) {
        Shell.Answer answer = all.run(profile);
        assertThat(answer.all()).doesNotContain("failed", "held", "linked", "created");
        assertThat(answer.status()).isEqualTo(answer.out().contains("1 in conflict") ? 1 : 0);
        told += answer.out();
      }
      assertThat(told.contains("1 in conflict"))
          .isEqualTo(one.edit() == Edit.SAME && told.contains("1 updated"));
      all.run();
      all.server.log().clear();
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.server.log().writes()).isZero();
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.in("Old")).isEmpty();
      assertThat(all.newOnes.bodies().values()).hasSize(1);
      assertThat(all.in("New")).hasSize(1);
      String text = all.newOnes.bodies().values().iterator().next();
      Item item = all.in("New").getFirst().item();
      boolean fromServer = one.edit().serverNote && !one.edit().outlookNote;
      String note = fromServer ? "from the phone" : one.edit().outlookNote ? "from Outlook" : "tea";
      assertThat(text).contains(":" + note);
      assertThat(note(item)).isEqualTo(note);
      if (one.edit().serverName || one.edit().outlookName) {
        assertThat(text).contains("Dormouse");
        assertThat(item.title()).contains("Dormouse");
      }
      if (!one.fromOutlook()) {
        assertThat(text).contains("X-OF-ANOTHER-PROGRAM");
      }
    }
  }

  /** A deletion there and a move here: nobody has deleted what is in the other folder. */
  @ParameterizedTest
  @ValueSource(strings = {"Old", "New"})
  void whatIsDeletedOnTheServerAndMovedInOutlookStays(String next) {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.CONTACTS, false)) {
      all.moveInOutlook();
      all.oldOnes.names().forEach(all.oldOnes::delete);
      all.sync(next);
      all.sync();
      all.sync();
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.in("New")).hasSize(1);
      assertThat(all.newOnes.bodies()).hasSize(1);
      assertThat(all.oldOnes.bodies()).isEmpty();
    }
  }

  @Test
  void whatSomebodyElsePutThereUnderTheSameUidIsNotTakenForIt() {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.CONTACTS, false)) {
      all.moveInOutlook();
      all.newOnes.put("mine.vcf", Cards.card("hatter", "something else"));
      for (String profile : List.of("New", "Old")) {
        Shell.Answer answer = all.run(profile);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.all()).contains("something else has its UID", "delete the one");
      }
      String mine = all.newOnes.path() + "mine.vcf";
      Shell.Answer link =
          all.shell.tandem(
              "duplicates", "New", "--link", all.in("New").getFirst().id().value(), mine);
      assertThat(link.err()).contains("need not be linked", "moved in Outlook from 'Contacts'");
      assertThat(all.newOnes.get("mine.vcf").orElseThrow()).contains("something else");
      all.newOnes.delete("mine.vcf");
      all.sync("New");
      all.sync();
      assertThat(all.sync()).contains("nothing to do");
      assertThat(all.newOnes.bodies().values()).singleElement().asString().contains("NOTE:tea");
    }
  }

  @Test
  void whatCannotBeLookedAtIsNeitherLinkedNorMadeAnew() {
    try (TwoPairsOfFolders all = new TwoPairsOfFolders(folder, Family.CONTACTS, false)) {
      all.moveInOutlook();
      all.killed("Old", 1);
      all.server.dials().refuse =
          When.always().where(request -> request.path().startsWith(all.oldOnes.path()));
      Shell.Answer answer = all.run("New");
      assertThat(answer.all()).contains("it may have been moved from 'old'", "cannot be looked at");
      all.server.dials().refuse = When.never();
      all.sync("New");
      all.sync();
      assertThat(all.oldOnes.bodies()).isEmpty();
      assertThat(all.newOnes.bodies()).hasSize(1);
      assertThat(all.in("New")).hasSize(1);
    }
  }

  private static String note(Item item) {
    return switch (item) {
      case Contact contact -> contact.notes().plain();
      case Appointment appointment -> appointment.body().plain();
      default -> throw new AssertionError(item.toString().toLowerCase(Locale.ROOT));
    };
  }

  private static void edit(TwoPairsOfFolders all, Edit edit) {
    if (edit.serverNote) {
      all.editOnServer(":tea", ":from the phone");
    }
    if (edit.serverName) {
      String text =
          Stream.concat(
                  all.oldOnes.bodies().values().stream(), all.newOnes.bodies().values().stream())
              .findFirst()
              .orElseThrow();
      if (text.contains("SUMMARY")) {
        all.editOnServer("SUMMARY:Tea", "SUMMARY:Dormouse");
      } else if (text.contains("FN:The Hatter")) {
        all.editOnServer("FN:The Hatter", "FN:The Dormouse");
        all.editOnServer("N:Hatter;", "N:Dormouse;");
      } else {
        all.editOnServer("FN:Given hatter", "FN:The Dormouse");
        all.editOnServer("N:hatter;", "N:Dormouse;");
      }
    }
    if (edit.outlookNote || edit.outlookName) {
      all.editInOutlook(item -> edited(item, edit));
    }
  }

  private static Item edited(Item item, Edit edit) {
    return switch (item) {
      case Contact contact -> {
        Contact.Builder builder = contact.toBuilder();
        if (edit.outlookNote) {
          builder.notes(new Body("from Outlook", ""));
        }
        if (edit.outlookName) {
          builder.fullName("The Dormouse").name(new PersonName("", "The", "", "Dormouse", ""));
        }
        yield builder.build();
      }
      case Appointment appointment -> {
        Appointment.Builder builder = appointment.toBuilder();
        if (edit.outlookNote) {
          builder.body(new Body("from Outlook", ""));
        }
        if (edit.outlookName) {
          builder.subject("Dormouse");
        }
        yield builder.build();
      }
      default -> throw new AssertionError(item);
    };
  }
}
