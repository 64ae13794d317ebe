package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.pst.Samples;
import org.tandemsync.pst.check.Invariant;
import org.tandemsync.pst.check.PstCheck;

/** A disk that is full, or fails, at any write of a transaction: a clear error, nothing lost. */
class WriteFaultTest {
  private static final NodeId OURS = new NodeId(0x7FF0 << 5 | NodeId.ASSOCIATED_MESSAGE);
  private static final NodeId OTHER = new NodeId(0x7FF1 << 5 | NodeId.ASSOCIATED_MESSAGE);

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void before() throws IOException {
    path = folder.resolve("store.pst");
    Files.copy(Samples.path("outlook-pst-rs/Empty.pst"), path);
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      put(change, OURS, 1);
      change.commit();
    }
  }

  private static void put(Transaction change, NodeId id, int seed) {
    byte[] value = new byte[id.equals(OURS) ? 260_000 : 20_000]; // so that the file has to grow
    new Random(seed).nextBytes(value);
    change.putNode(
        new ObjectWriter(change).properties(Map.of(0x30010102, value)).as(id, new NodeId(0x122)));
  }

  private static Map<Integer, NodeEntry> state(WritableDatabase file) {
    Map<Integer, NodeEntry> state = new HashMap<>();
    file.database().forEachNode(n -> state.put(n.id().value(), n));
    return state;
  }

  private void assertSound() throws IOException {
    assertThat(PstCheck.run(path)).filteredOn(f -> f.invariant() != Invariant.NODES).isEmpty();
  }

  @Test
  void aFailureAtAnyStepLeavesTheOldOrTheNewState() throws IOException {
    byte[] start = Files.readAllBytes(path);
    boolean done = false;
    int old = 0;
    int unsure = 0;
    for (int step = 0; !done; step++) {
      Files.write(path, start);
      Map<Integer, NodeEntry> before;
      RecordingChannel channel = RecordingChannel.open(path, false);
      boolean again;
      String message = "";
      try (WritableDatabase file = new WritableDatabase(channel, path)) {
        before = state(file);
        channel.failAfter(step);
        Transaction change = file.begin();
        Throwable failure =
            catchThrowable(
                () -> {
                  put(change, OURS, 2);
                  put(change, OTHER, 3);
                  change.commit();
                });
        done = failure == null;
        if (failure != null) {
          assertThat(failure)
              .isInstanceOf(UncheckedIOException.class)
              .hasMessageContaining("No space left on device");
          message = String.valueOf(failure.getMessage());
        }
        assertThatThrownBy(() -> put(change, OTHER, 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(change::commit).isInstanceOf(IllegalStateException.class);
        channel.failAfter(-1);
        again = again(file);
        assertThat(again).isEqualTo(!message.contains("opened again"));
      }
      assertThat(message).matches("|.*nothing of the changes is in it|.*when it is opened again");
      try (WritableDatabase file = TransactionTest.open(path)) {
        Map<Integer, NodeEntry> after = state(file);
        if (again && !done) {
          old++;
          assertThat(after.get(OURS.value())).isEqualTo(before.get(OURS.value()));
          assertThat(after).containsKey(OTHER.value());
        } else {
          unsure++;
          boolean same = after.equals(before);
          assertThat(after.containsKey(OTHER.value())).isEqualTo(!same);
        }
      }
      assertSound();
    }
    assertThat(old).isGreaterThan(40);
    assertThat(unsure).isGreaterThan(3);
  }

  /** Whether another transaction can be made without opening the file again. */
  private static boolean again(WritableDatabase file) {
    Transaction next;
    try {
      next = file.begin();
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("opened again");
      return false;
    }
    put(next, OTHER, 5);
    next.commit();
    return true;
  }

  @Test
  void aJournalThatCannotBeWrittenLeavesTheOldState() throws IOException {
    Path journal = path.resolveSibling("store.pst.tandem-journal");
    try (WritableDatabase file = TransactionTest.open(path)) {
      Map<Integer, NodeEntry> before = state(file);
      Files.createDirectory(journal);
      Transaction change = file.begin();
      put(change, OTHER, 2);
      assertThatThrownBy(change::commit)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("nothing of the changes is in it");
      assertThat(state(file)).isEqualTo(before);
      Files.delete(journal);
      assertThat(again(file)).isTrue();
    }
    assertSound();
  }

  @Test
  void aNewTransactionEndsTheOneBefore() throws IOException {
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction left = file.begin();
      put(left, OTHER, 2);
      Transaction next = file.begin();
      put(next, OURS, 3);
      assertThatThrownBy(left::commit).isInstanceOf(IllegalStateException.class);
      next.commit();
      assertThat(file.database().entry(OTHER)).isEmpty();
    }
    assertSound();
  }

  @Test
  void whatIsWrittenAndNotUsedTakesNoRoom() throws IOException {
    try (WritableDatabase file = TransactionTest.open(path)) {
      Header before = file.database().header();
      Transaction change = file.begin();
      long unused = change.writeData(new byte[100_000]);
      change.putNode(new NodeEntry(OTHER, unused, 0, new NodeId(0x122)));
      change.removeNode(OTHER);
      change.writeData(new byte[5_000]);
      change.writeSubnodes(List.of(new NodeEntry(OURS, unused, 0, new NodeId(0))));
      change.commit();
      Header after = file.database().header();
      assertThat(after.end() - after.free()).isLessThan(before.end() - before.free() + 4_096);
    }
    assertSound();
  }

  @Test
  void idsOfAnAbandonedTransactionAreNotGivenOutAgain() throws IOException {
    try (WritableDatabase file = TransactionTest.open(path)) {
      long left = file.begin().writeData(new byte[] {1});
      Transaction next = file.begin();
      assertThat(next.writeData(new byte[] {2})).isNotEqualTo(left);
      next.putNode(new NodeEntry(OTHER, left, 0, new NodeId(0x122)));
      assertThatThrownBy(next::commit).isInstanceOf(DamagedException.class);
      assertThat(again(file)).isTrue();
    }
    assertSound();
  }

  @Test
  void aCounterOfIdsThatIsTooLowTakesTheIdOfNoBlock() throws IOException {
    try (RecordingChannel channel = RecordingChannel.open(path, false)) {
      Medium medium = new Medium(channel);
      HeaderImage header = new HeaderImage(medium.read(0, Header.SIZE));
      header.nextBlock(0x106);
      medium.write(0, header.sealed());
    }
    try (WritableDatabase file = TransactionTest.open(path)) {
      assertThat(again(file)).isTrue();
    }
    assertSound();
  }

  @Test
  void dataIsCopiedWhenItCannotBeSharedAnyMore() throws IOException {
    int most = 0xFFFF - 1;
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      long data = change.writeData(new byte[] {1, 2, 3});
      for (int i = 0; i < most; i++) {
        assertThat(change.share(data)).isEqualTo(data);
        change.putNode(new NodeEntry(new NodeId(0x10000 + i << 5 | 1), data, 0, new NodeId(0)));
      }
      long copy = change.share(data);
      assertThat(copy).isNotEqualTo(data);
      NodeId other = new NodeId(0x61 << 5 | 1);
      change.putNode(new NodeEntry(other, copy, 0, new NodeId(0)));
      change.commit();
      Transaction more = file.begin();
      more.putNode(new NodeEntry(new NodeId(0x62 << 5 | 1), data, 0, new NodeId(0)));
      assertThatThrownBy(more::commit).hasMessageContaining("too many share");
      assertThat(file.database().requireNode(other).data().block(0).toArray())
          .containsExactly(1, 2, 3);
    }
    assertSound();
  }

  @Test
  void newFoldersAndTheirTablesHaveOneIndexAndNoneThatIsTaken() throws IOException {
    try (WritableDatabase file = TransactionTest.open(path)) {
      Transaction change = file.begin();
      NodeId folder = change.newNode(NodeId.FOLDER);
      NodeId table = change.newNode(NodeId.CONTENTS_TABLE);
      assertThat(table.value() >>> 5).isEqualTo((folder.value() >>> 5) + 1);
      NodeId taken = new NodeId((table.value() >>> 5) + 1 << 5 | NodeId.FOLDER);
      change.putNode(new NodeEntry(taken, change.writeData(new byte[1]), 0, new NodeId(0x122)));
      assertThat(change.newNode(NodeId.FOLDER).value() >>> 5).isEqualTo((taken.value() >>> 5) + 1);
    }
  }
}
