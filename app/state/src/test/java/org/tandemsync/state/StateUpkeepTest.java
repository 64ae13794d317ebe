package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Leases;
import org.tandemsync.services.LedgerKey;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.Upkeep;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.LinkSide;
import org.tandemsync.sync.Revision;

/** Backups before changes of the tables, checks, and ways out of a damaged file. */
class StateUpkeepTest {
  private static final LedgerKey KEY = new LedgerKey("p", Family.CONTACTS, "l", "r");
  private static final Account ACCOUNT =
      new Account(
          "a",
          URI.create("https://host/"),
          new Access("alice", new SecretSource.Environment("A_PW")));

  @TempDir private Path home;
  private final Clockwork clock = new Clockwork();
  private final Surroundings surroundings = clock.surroundings(1);

  private Path file() {
    return home.resolve("tandem.db");
  }

  private void fill() {
    try (State state = State.open(home, surroundings)) {
      state.profiles().replace(new Configuration(List.of(ACCOUNT), List.of()));
      try (Leases.Lease lease = (Leases.Lease) state.leases().take("p")) {
        Ledger<Item> ledger = state.ledgers().open(KEY, "f", lease, 1).ledger();
        Commit.Builder<Item> commit = new Commit.Builder<>();
        for (int n = 0; n < 50; n++) {
          Item base = Contact.builder().fullName("Name " + n).build();
          commit.save(
              new Link<>(
                  new LinkId("link-" + n),
                  new LinkSide<>(new ItemId("l" + n), new Revision("1"), "u" + n, base),
                  new LinkSide<>(new ItemId("r" + n), new Revision("1"), "u" + n, base),
                  1,
                  null));
        }
        ledger.commit(commit.build());
      }
    }
  }

  private StateUpkeep upkeep() {
    return new StateUpkeep(home, surroundings);
  }

  private List<Path> backups() {
    return upkeep().examine().backups();
  }

  /** As version 8 had it. */
  private void back() {
    Tampering.forgetThePast(home);
    Tampering.forgetMarks(home);
    Tampering.run(home, "alter table profile drop column outlook_start");
    Tampering.run(home, "alter table profile drop column outlook_custom_forms");
    Tampering.run(home, "drop table collection");
    Tampering.run(home, "drop table upkeep");
    Tampering.run(home, "alter table deed drop column joined");
    Tampering.run(home, "alter table deed drop column original");
    Tampering.run(home, "pragma user_version = 8");
  }

  @Test
  void aBackupIsMadeBeforeTablesAreChanged() throws IOException {
    fill();
    assertThat(backups()).isEmpty();
    back();
    byte[] before = Files.readAllBytes(file());
    State.open(home, surroundings).close();
    assertThat(backups()).hasSize(1);
    Path backup = backups().getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Files.copy(backup, elsewhere.resolve("tandem.db"));
    assertThat(before).isNotEqualTo(Files.readAllBytes(file()));
    try (State state = State.open(elsewhere, surroundings)) {
      assertThat(state.ledgers().view(KEY, "f").ledger().heads()).hasSize(50);
    }
  }

  @Test
  void threeBackupsAreKept() {
    fill();
    for (int i = 0; i < 5; i++) {
      back();
      clock.pass(Duration.ofHours(i % 2));
      State.open(home, surroundings).close();
    }
    assertThat(backups()).hasSize(3).doesNotHaveDuplicates();
  }

  /** Three copies of a clock that was ahead are no reason to delete the one that is needed. */
  @Test
  void theBackupJustMadeIsKeptWhateverTheClockSays() {
    fill();
    clock.pass(Duration.ofDays(365));
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofDays(1));
      forgetAll();
    }
    List<Path> ahead = backups();
    assertThat(ahead).hasSize(3);
    clock.pass(Duration.ofDays(-367));
    forgetAll();
    Path first = backups().getFirst();
    assertThat(ahead).doesNotContain(first);
    assertThat(backups()).hasSize(3);
    forgetAll(); // in the same second
    assertThat(backups()).hasSize(3).contains(first);
    assertThat(backups().getFirst()).isNotEqualTo(first);
    assertThat(backups().getLast()).isEqualTo(ahead.getFirst());
  }

  private void forgetAll() {
    try (State state = State.open(home, surroundings);
        Leases.Lease lease = (Leases.Lease) state.leases().take("p")) {
      state.ledgers().forget(lease);
    }
  }

  @Test
  void tablesAreNotChangedWithoutABackup() throws IOException {
    fill();
    back();
    Files.writeString(home.resolve("backup"), "in the way");
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> State.open(home, surroundings))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("nothing was changed");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aSoundFileIsNotReplaced() {
    fill();
    assertThat(upkeep().examine().trouble()).isEmpty();
    assertThatThrownBy(() -> upkeep().renew()).hasMessageContaining("is sound");
    Tampering.run(home, "pragma user_version = 99");
    assertThatThrownBy(() -> upkeep().renew()).hasMessageContaining("newer");
    assertThat(home.resolve("backup")).doesNotExist();
  }

  @Test
  void damageIsFoundAfterADay() throws IOException {
    fill();
    State.open(home, surroundings).close();
    damageLinks();
    State.open(home, surroundings).close(); // nobody has looked yet
    clock.pass(Duration.ofHours(25));
    assertThatThrownBy(() -> State.open(home, surroundings)).hasMessageContaining("damaged");
  }

  @Test
  void damageIsFoundAfterAnEndThatWasNone() throws IOException {
    fill();
    damageLinks();
    Files.write(home.resolve("tandem.db-wal"), new byte[0]);
    assertThatThrownBy(() -> State.open(home, surroundings)).hasMessageContaining("damaged");
  }

  /** A page of links. */
  private void damageLinks() throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    int page = page(bytes);
    int from = indexOf(bytes, "link-7") / page * page;
    Arrays.fill(bytes, from, from + page, (byte) 0x5a);
    Files.write(file(), bytes);
  }

  private static int page(byte[] bytes) {
    return (bytes[16] & 0xff) << 8 | bytes[17] & 0xff;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void aDamagedFileIsPutAsideAndItsConfigurationTakenOver() throws IOException {
    fill();
    damageLinks();
    byte[] damaged = Files.readAllBytes(file());
    Upkeep.Renewed renewed = upkeep().renew();
    assertThat(renewed.source()).contains(file());
    assertThat(renewed.accounts()).isEqualTo(1);
    assertThat(Files.readAllBytes(renewed.aside())).isEqualTo(damaged);
    try (State state = State.open(home, surroundings)) {
      assertThat(state.profiles().configuration().accounts()).containsExactly(ACCOUNT);
      assertThat(state.ledgers().view(KEY, "f").ledger().heads()).isEmpty();
    }
    assertThat(home.resolve("salvage")).doesNotExist();
  }

  @Test
  void aDamagedFileThatIsOpenIsNotReplaced() throws IOException {
    fill();
    try (State _ = State.open(home, surroundings)) {
      damageLinks();
      byte[] damaged = Files.readAllBytes(file());
      assertThatThrownBy(() -> upkeep().renew())
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("Next step: end 'tandem serve'");
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
    upkeep().renew();
    State.open(home, surroundings).close();
  }

  @Test
  void aDamagedFileThatAnotherProcessHasIsReplacedWhenThatOneIsGone() throws Exception {
    fill();
    damageLinks();
    Process other = LockingProcess.start(home, true);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> upkeep().renew()).hasMessageContaining("is in use by");
      assertThat(backups()).isEmpty();
    } finally {
      other.destroyForcibly().waitFor();
    }
    upkeep().renew();
    assertThat(upkeep().examine().trouble()).isEmpty();
  }

  @Test
  void aDamagedFileWithALeaseThatIsAliveIsNotReplaced() throws IOException {
    fill();
    try (State elsewhere = State.open(home, surroundings, new Owner("elsewhere", 7, 1))) {
      assertThat(elsewhere.leases().take("p")).isInstanceOf(Leases.Lease.class);
    }
    damageLinks();
    assertThatThrownBy(() -> upkeep().renew())
        .hasMessageContaining("is in use by process 7 on elsewhere (profile 'p')");
    clock.pass(Duration.ofSeconds(Leases.SILENCE_SECONDS));
    upkeep().renew();
    assertThat(upkeep().examine().trouble()).isEmpty();
  }

  @Test
  void whatTheDamagedFileHasNotComesFromABackup() throws IOException {
    fill();
    back();
    State.open(home, surroundings).close();
    Path backup = backups().getFirst();
    Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 5_000));
    Upkeep.Renewed renewed = upkeep().renew();
    assertThat(renewed.source()).contains(backup);
    try (State state = State.open(home, surroundings)) {
      assertThat(state.profiles().configuration().accounts()).containsExactly(ACCOUNT);
    }
  }

  /**
   * Bytes overwritten anywhere, or the file cut anywhere: it works as before, or one message says
   * that it is damaged; and then there is a way out.
   */
  @Test
  void wherEverItIsDamagedThereIsAMessageAndAWayOut() throws IOException {
    fill();
    byte[] sound = Files.readAllBytes(file());
    Random random = new Random(20261122);
    int refused = 0;
    int tries = 40 * Integer.getInteger("tandem.proofs", 1);
    for (int n = 0; n < tries; n++) {
      byte[] bytes = sound.clone();
      if (n % 5 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
          int from = random.nextInt(n % 5 == 1 ? 200 : bytes.length);
          int length = Math.min(bytes.length - from, 1 + random.nextInt(n % 5 == 2 ? 4_096 : 16));
          for (int at = from; at < from + length; at++) {
            bytes[at] = (byte) random.nextInt();
          }
        }
      }
      forget();
      Files.write(file(), bytes);
      List<String> told = new ArrayList<>();
      try {
        use();
      } catch (CannotRun e) {
        told.add(String.valueOf(e.getMessage()));
      }
      if (told.isEmpty() || Files.size(file()) == 0) {
        continue;
      }
      refused++;
      assertThat(told.getFirst()).as("try " + n).contains(file().toString());
      if (told.getFirst().contains("damaged")) {
        upkeep().renew();
        use();
      } else {
        assertThat(told.getFirst()).as("try " + n).containsAnyOf("newer", "another program");
      }
    }
    assertThat(refused).isGreaterThan(tries / 4);
  }

  /** What a run does with it. */
  private void use() {
    try (State state = State.open(home, surroundings)) {
      new Soundness(database(state), surroundings.clock()).check("quick_check");
      state.profiles().configuration();
      try (Leases.Lease lease = (Leases.Lease) state.leases().take("p")) {
        Ledger<Item> ledger = state.ledgers().open(KEY, "f", lease, 2).ledger();
        ledger.links(ledger.heads().stream().map(h -> h.id()).toList());
      }
    }
  }

  private static Database database(State state) {
    return ((SqliteProfiles) state.profiles()).database();
  }

  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(home)) {
          Files.delete(path);
        }
      }
    }
  }
}
