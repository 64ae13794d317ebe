package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tandemsync.distribution.ContactSides.Card;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.pst.Examination;
import org.tandemsync.services.History;
import org.tandemsync.services.Ledgers;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.Version;
import org.tandemsync.state.State;
import org.tandemsync.testkit.server.CollectionBackup;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** Lives a history with the whole program, and compares both sides with what people expect. */
final class FaultLife implements AutoCloseable {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final int MOST_SYNCS = 6;
  private static final List<String> STATE = List.of("tandem.db", "tandem.db-wal", "tandem.db-shm");

  private final FaultHistory history;
  private final Path folder;
  private final SmallDisk disk;
  private final ContactsInDataFile world;
  private final ContactSides sides;
  private final Expectations expectations = new Expectations();
  private final @Nullable Quirks manners;
  private final Set<String> edited = new HashSet<>();
  private int made;
  private int round;

  /** Whether a side was put back in this round. */
  private boolean putBack;

  /** Whether what was in step was forgotten in this round, so that deleted items may come back. */
  private boolean rebuilt;

  FaultLife(Path folder, FaultHistory history) throws IOException {
    this.folder = folder;
    this.history = history;
    boolean small =
        history.rounds().stream().flatMap(r -> r.faults().stream()).anyMatch(Fault::needsSmallDisk);
    this.disk = new SmallDisk(folder, small);
    this.world = new ContactsInDataFile(folder, history.seed());
    this.sides = new ContactSides(world.file, world.book);
    int which = new Random(history.seed()).nextInt(Quirks.values().length + 1);
    this.manners = which == 0 ? null : Quirks.values()[which - 1];
    heal();
  }

  void live() throws Exception {
    Random random = new Random(history.seed());
    for (int i = 0; i < 4; i++) {
      make(true, random);
      make(false, random);
    }
    settle();
    for (FaultHistory.Round next : history.rounds()) {
      round++;
      live(next);
    }
  }

  private void live(FaultHistory.Round now) throws Exception {
    Random random = new Random(now.seed());
    edited.clear();
    putBack = false;
    rebuilt = false;
    Backup backup = new Backup();
    edit(random);
    for (Fault fault : now.faults()) {
      happen(fault, random, backup);
      heal();
      if (random.nextBoolean()) {
        edit(random);
      }
    }
    settle();
    if (!rebuilt && now.faults().stream().noneMatch(Fault::forgets)) {
      expectations.checkGone(round, edited, sides.inOutlook(), history.toString());
    }
  }

  /** Syncs until there is nothing to do. */
  private void settle() {
    for (int i = 0; i < MOST_SYNCS; i++) {
      Shell.Answer answer = sync();
      assertThat(answer.status()).as(history + answer.all()).isIn(0, 1);
      if (answer.all().contains("until that is confirmed")) {
        decide();
        continue;
      }
      if (answer.all().contains("tried again after")) {
        world.shell.jump(Duration.ofDays(1)); // the longest pause of what has failed
        continue;
      }
      if (answer.out().contains("nothing to do")) {
        if (tellTagsApart()) {
          continue;
        }
        world.server.log().clear();
        assertThat(sync().out()).contains("nothing to do");
        assertThat(world.server.log().writes()).isZero();
        expectations.check(history + " round " + round, sides.inOutlook(), sides.onServer());
        assertThat(Examination.of(world.file).defects()).as(history.toString()).isEmpty();
        return;
      }
    }
    throw new AssertionError(
        "does not come to rest: " + history + world.shell.tandem("plan").all());
  }

  /**
   * A server that counts its tags gives one again to another content once it was put back. No
   * client can see that (RFC 9110 8.8.1), until somebody changes the item again; what it writes
   * meanwhile it writes into something else than it knows.
   */
  private boolean tellTagsApart() {
    Map<String, Card> outlook = sides.inOutlook();
    boolean any = false;
    for (Map.Entry<String, Card> one : sides.onServer().entrySet()) {
      String name = one.getKey();
      if (!putBack || !sides.hadTagOfBefore(name)) {
        continue;
      }
      expectations.unknowable(name);
      if (!one.getValue().equals(outlook.get(name))) {
        sides.touchOnServer(name);
        any = true;
      }
    }
    return any;
  }

  /** Who put a side back knows that, and wants what it has not any more. */
  private void decide() {
    List<String> command = new ArrayList<>(List.of("approve", "Contacts", "--yes"));
    if (putBack) {
      command.add("--reject");
    }
    Shell.Answer answer = world.shell.tandem(command.toArray(String[]::new));
    assertThat(answer.status()).as(history + answer.all()).isZero();
  }

  private Shell.Answer sync() {
    Shell.Answer answer = world.shell.tandem("sync");
    assertThat(answer.all()).as(history.toString()).doesNotContain("did not expect", "\tat ");
    remember();
    return answer;
  }

  // ---- people

  private void edit(Random random) {
    for (int n = random.nextInt(4); n > 0; n--) {
      editOne(random.nextBoolean(), random);
    }
  }

  private void editOne(boolean outlook, Random random) {
    Map<String, Card> there = outlook ? sides.inOutlook() : sides.onServer();
    int what = random.nextInt(10);
    if (what < 3 || there.size() < 5) {
      make(outlook, random);
      return;
    }
    String name = new ArrayList<>(there.keySet()).get(random.nextInt(there.size()));
    Card before = Objects.requireNonNull(there.get(name));
    if (what < 5) {
      expectations.deleted(name, before, round);
      if (outlook) {
        sides.deleteInOutlook(name);
      } else {
        sides.deleteOnServer(name);
      }
      return;
    }
    Card after =
        switch (what) {
          case 5, 6 -> new Card(expectations.write(name), before.company());
          case 7 -> new Card(before.note(), expectations.write(name));
          default -> {
            String text = expectations.write(name);
            yield new Card(text, text);
          }
        };
    edited.add(name);
    expectations.edited(before, after);
    if (outlook) {
      sides.editInOutlook(name, after);
    } else {
      sides.editOnServer(name, after);
    }
  }

  private void make(boolean outlook, Random random) {
    String name = (outlook ? "left-" : "right-") + ++made;
    String text = expectations.write(name);
    if (outlook) {
      sides.makeInOutlook(name, random.nextBoolean() ? name : "", new Card(text, text));
    } else {
      sides.makeOnServer(name, new Card(text, text));
    }
  }

  // ---- faults

  /** Who is on one side only. */
  private Set<String> apart() {
    Set<String> apart = new HashSet<>(sides.inOutlook().keySet());
    for (String name : sides.onServer().keySet()) {
      if (!apart.add(name)) {
        apart.remove(name);
      }
    }
    return apart;
  }

  private void heal() {
    Dials dials = world.server.dials();
    dials.cutBefore = When.never();
    dials.loseAnswer = When.never();
    dials.cutAnswer = When.never();
    dials.truncateXml = When.never();
    dials.overload = When.never();
    dials.forgetCredentials = When.never();
    dials.loginPage = When.never();
    dials.failPrecondition = When.never();
    dials.refuse = When.never();
    dials.dropRow = name -> false;
    dials.dropFromMultiget = name -> false;
    dials.syncCollection = true;
    dials.gzip = true;
    dials.compressedTags = Dials.CompressedTag.SUFFIXED;
    world.book.readOnly(false);
    if (manners != null) {
      manners.apply(dials);
    }
  }

  private void happen(Fault fault, Random random, Backup backup) throws Exception {
    Dials dials = world.server.dials();
    When sometimes = When.randomly(random.nextLong(), 0.1 + 0.4 * random.nextDouble());
    switch (fault) {
      case NOTHING -> {}
      case LOST_ANSWERS -> dials.loseAnswer = sometimes;
      case LOST_REQUESTS -> dials.cutBefore = sometimes;
      case ANSWERS_CUT_SHORT -> dials.cutAnswer = sometimes;
      case XML_CUT_SHORT -> dials.truncateXml = sometimes;
      case OVERLOADED -> dials.overload = sometimes;
      case FORGETS_PASSWORD -> dials.forgetCredentials = sometimes;
      case LOGIN_PAGE -> dials.loginPage = sometimes;
      case CONDITIONS_FAIL -> dials.failPrecondition = sometimes.on("PUT", "DELETE");
      case REFUSES_WRITES -> {
        dials.refuse = sometimes.on("PUT", "DELETE");
        dials.refuseStatus = List.of(403, 413, 507, 500).get(random.nextInt(4));
      }
      case READ_ONLY -> world.book.readOnly(true);
      case LISTING_TOO_SHORT, LISTING_EMPTY -> {
        // first in step: a new member that no listing names is nobody's to know
        sync();
        Set<String> hidden = new HashSet<>(world.book.names());
        hidden.removeIf(name -> fault == Fault.LISTING_TOO_SHORT && random.nextBoolean());
        dials.dropRow = hidden::contains;
        dials.syncCollection = false;
      }
      case MOVED_UNSEEN -> {
        sync();
        Set<String> hidden = new HashSet<>();
        for (String name : sides.onServer().keySet()) {
          if (random.nextBoolean()) {
            String moved = sides.moveOnServer(name, "moved" + round + "-" + name + ".vcf");
            if (random.nextBoolean()) {
              hidden.add(moved);
            }
          }
        }
        dials.dropRow = hidden::contains;
        dials.syncCollection = random.nextBoolean();
        edit(random);
      }
      case MULTIGET_TOO_SHORT -> {
        Set<String> hidden = new HashSet<>(world.book.names());
        hidden.removeIf(name -> random.nextBoolean());
        dials.dropFromMultiget = hidden::contains;
      }
      case TOKENS_EXPIRED -> world.book.expireTokens();
      case CLOCK_AHEAD -> world.shell.jump(YEAR);
      case CLOCK_BACK -> world.shell.jump(YEAR.negated());
      case TWO_AT_ONCE -> {
        CompletableFuture<Shell.Answer> other =
            CompletableFuture.supplyAsync(() -> world.shell.tandem("sync"));
        sync();
        other.join();
      }
      case LEDGER_LOST -> {
        forgetLedger();
        world.apply();
      }
      case LEDGER_OLDER -> {
        afterwards(random);
        backup.restoreLedger();
        edit(random);
      }
      case SERVER_OLDER -> {
        afterwards(random);
        backup.restoreServer();
        edit(random);
      }
      case FILE_OLDER -> {
        afterwards(random);
        backup.restoreFile();
        edit(random);
      }
      case DISK_FULL -> {
        Set<String> apart = apart();
        disk.whileFull(random.nextInt(400) << 10, () -> world.shell.tandem("sync"));
        // what is made and cannot be noted is not known to have been there, so it may come back
        edited.addAll(apart);
      }
      case KILLED -> kill(random);
    }
    if (fault != Fault.DISK_FULL) {
      sync();
    }
  }

  /** Life goes on after a backup was made. */
  private void afterwards(Random random) {
    sync();
    edit(random);
    if (random.nextBoolean()) {
      sync();
    }
  }

  private void kill(Random random) throws Exception {
    Assassin assassin = new Assassin(random);
    boolean rebuild = random.nextInt(4) == 0;
    rebuilt |= rebuild;
    String[] command =
        rebuild ? new String[] {"doctor", "--rebuild", "Contacts", "--yes"} : new String[] {"sync"};
    while (assassin.kill(
        world.server.dials(), () -> TandemProcess.start(Main.class, folder, command))) {
      if (random.nextInt(3) == 0) {
        return;
      }
    }
  }

  // ---- what is remembered

  private void forgetLedger() throws IOException {
    remember();
    for (String name : STATE) {
      Files.deleteIfExists(world.ledger().resolve(name));
    }
  }

  /** What the history and the record of conflicts hold. */
  private void remember() {
    Set<String> texts = new HashSet<>();
    Surroundings surroundings =
        new Surroundings(InstantSource.system(), ZoneOffset.UTC, new SplittableRandom(1));
    try (State state = State.open(world.ledger(), surroundings)) {
      for (Version version : state.history().search(null, null, Integer.MAX_VALUE)) {
        state
            .history()
            .kept(version.number())
            .map(History.Kept::before)
            .ifPresent(i -> add(texts, i));
      }
      for (Ledgers.Recorded conflict : state.ledgers().conflicts("Contacts", Integer.MAX_VALUE)) {
        add(texts, conflict.left());
        add(texts, conflict.right());
      }
    }
    expectations.keeps(texts);
  }

  private static void add(Set<String> texts, Item item) {
    if (item instanceof Contact contact) {
      texts.add(contact.notes().plain());
      texts.add(contact.company());
    }
  }

  /** What there was at the beginning of a round, in step. */
  private final class Backup {
    private final Path ledger = Files.createDirectories(folder.resolve("backup"));
    private final byte[] file = Files.readAllBytes(world.file);
    private final Map<String, Card> outlook = sides.inOutlook();
    private final CollectionBackup server = world.book.backup();
    private final Map<String, Card> onServer = sides.onServer();

    Backup() throws IOException {
      copyState(world.ledger(), ledger);
    }

    void restoreLedger() throws IOException {
      forgetLedger();
      copyState(ledger, world.ledger());
    }

    void restoreServer() {
      putBack = true;
      remember();
      expectations.putBack(sides.onServer(), onServer, sides.inOutlook());
      world.book.restore(server);
      // Its tokens count from there again: with some edits more it takes ours for one of its own,
      // and only the complete listing of each week shows what has become of the rest.
      world.shell.jump(Duration.ofDays(8));
    }

    void restoreFile() throws IOException {
      putBack = true;
      remember();
      expectations.putBack(sides.inOutlook(), outlook, sides.onServer());
      Files.write(world.file, file);
    }

    private void copyState(Path from, Path to) throws IOException {
      for (String name : STATE) {
        if (Files.exists(from.resolve(name))) {
          Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } else {
          Files.deleteIfExists(to.resolve(name));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    world.close();
    disk.close();
  }
}
