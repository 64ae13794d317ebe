package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.configuration.Access;
import org.tandemsync.services.configuration.Account;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.SecretSource;

/** What becomes of files that are damaged, newer, foreign, locked or not writable. */
class StateFileTest {
  @TempDir Path home;
  private final Surroundings surroundings = new Clockwork().surroundings(1);

  private Path file() {
    return home.resolve("tandem.db");
  }

  private void fill() {
    try (State state = State.open(home, surroundings)) {
      state
          .profiles()
          .replace(
              new Configuration(
                  List.of(new Account("a", URI.create("https://host/"), Access.ANONYMOUS)),
                  List.of()));
    }
  }

  private void refused(String... says) throws IOException {
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(
            () -> {
              try (State state = State.open(home, surroundings)) {
                state.profiles().configuration();
              }
            })
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining(file().toString())
        .satisfies(e -> assertThat(e.getMessage()).contains(says));
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  /** SQLite says the same of both: only a look at the file tells them apart. */
  @Test
  void aFaultOfOursIsNotTheFiles() throws SQLException {
    fill();
    try (Database database = Database.open(home, surroundings.clock())) {
      assertThatThrownBy(
              () -> database.read(c -> Database.number(c, "select nothing from nowhere")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("fault of Tandem's own");
    }
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement s = c.createStatement()) {
      s.executeUpdate("alter table account rename to acount");
    }
    try (Database database = Database.open(home, surroundings.clock())) {
      assertThatThrownBy(() -> new SqliteProfiles(database).configuration())
          .isInstanceOf(Damaged.class);
    }
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path inner = home.resolve("new").resolve("folder");
    try (State state = State.open(inner, surroundings)) {
      state.profiles().replace(Configuration.EMPTY);
      for (String name : List.of("tandem.db", "tandem.db-wal")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(inner.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
        .isEqualTo("rwx------");
  }

  @Test
  void isThereAgain() {
    fill();
    try (State state = State.open(home, surroundings)) {
      assertThat(state.profiles().configuration().account("a")).isPresent();
    }
  }

  @Test
  void accountsOfAnOlderVersionAreStillThere() {
    fill();
    Tampering.forgetThePast(home);
    for (String back :
        List.of(
            "alter table profile drop column outlook_start",
            "alter table profile drop column outlook_custom_forms",
            "drop table upkeep",
            "alter table deed drop column joined",
            "alter table deed drop column original",
            "drop table held",
            "drop table decision",
            "drop table declared",
            "drop table quarantine",
            "alter table ledger drop column unfamiliar",
            "alter table conflict drop column base",
            "alter table profile drop column guard_overwrites",
            "alter table profile drop column guard_overwrites_percent",
            "alter table profile drop column guard_first_run",
            "alter table profile drop column guard_places",
            "alter table passed drop column joins",
            "alter table account drop column toml",
            "drop table trusted_certificate",
            "drop table deed",
            "alter table intent drop column run",
            "drop table collection",
            "insert into account (name, position, url, user, secret_kind, secret_place)"
                + " values ('b c', 1, 'https://host/x', 'bob', 'env', 'B_PW')",
            "pragma user_version = 4")) {
      Tampering.run(home, back);
    }
    try (State state = State.open(home, surroundings)) {
      assertThat(state.profiles().configuration().accounts())
          .containsExactly(
              new Account("a", URI.create("https://host/"), Access.ANONYMOUS),
              new Account(
                  "b c",
                  URI.create("https://host/x"),
                  new Access("bob", new SecretSource.Environment("B_PW"))));
      assertThat(state.trusted().all()).isEmpty();
    }
  }

  @Test
  void acceptedCertificatesAreRemembered() {
    TrustedCertificates.Accepted one =
        new TrustedCertificates.Accepted("https://h:443", "AB", "CN=h", Clockwork.START);
    try (State state = State.open(home, surroundings)) {
      state.trusted().accept(one);
      state.trusted().accept(one);
      state.profiles().replace(Configuration.EMPTY);
    }
    try (State state = State.open(home, surroundings)) {
      assertThat(state.trusted().all()).containsExactly(one);
      assertThat(state.trusted().at("https://h:443")).contains(one);
      assertThat(state.trusted().at("https://h:444")).isEmpty();
      assertThat(state.trusted().forget("https://h:443")).isTrue();
      assertThat(state.trusted().forget("https://h:443")).isFalse();
    }
  }

  @Test
  void anotherFileInItsPlaceIsLeftAlone() throws IOException {
    Files.writeString(file(), "Dear diary, today I wrote a file that is no database at all.");
    refused("damaged", "left as it is");
  }

  @Test
  void aDamagedPageIsSaid() throws IOException {
    fill();
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 100, Math.min(bytes.length, 4096 * 3), (byte) 0x5a);
    Files.write(file(), bytes);
    refused("damaged", "left as it is");
  }

  @Test
  void aTruncatedFileIsSaid() throws IOException {
    fill();
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, 5000));
    refused("damaged");
  }

  @Test
  void aNewerFileIsSaid() throws IOException {
    fill();
    Tampering.run(home, "pragma user_version = 99");
    refused("newer", "version 99", "Nothing was changed");
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws IOException {
    Tampering.run(home, "create table recipes (name text)");
    refused("another program");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path notAFolder = Files.writeString(home.resolve("x"), "x", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> State.open(notAFolder.resolve("y"), surroundings))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("--home");
  }

  @Test
  void twoProcessesMayHaveItOpen() {
    fill();
    try (State one = State.open(home, surroundings);
        State two = State.open(home, surroundings)) {
      one.profiles().replace(Configuration.EMPTY);
      assertThat(two.profiles().configuration()).isEqualTo(Configuration.EMPTY);
      two.reports().begin("a", Clockwork.START);
      assertThat(one.reports().runs(null, 10)).hasSize(1);
    }
  }
}
