package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavRequest;
import org.tandemsync.testkit.server.When;

/**
 * Kills a real process of {@code tandem sync} at random instants and runs it again: nothing is lost
 * and nothing is doubled. More with {@code -Dtandem.kills=500}, others with {@code
 * -Dtandem.kills.seed=1}.
 */
class KilledSyncTest {
  private static final int KILLS = Integer.getInteger("tandem.kills", 50);
  private static final long SEED = Long.getLong("tandem.kills.seed", 20261122);
  private static final int KILLS_IN_A_ROW = 6;

  private final Random random = new Random(SEED);

  /** What both sides must hold: notes by UID. */
  private final Map<String, String> truth = new TreeMap<>();

  private int nextUid;

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubledWhereverASyncIsKilled() throws Exception {
    System.out.println(KILLS + " kills, seed " + SEED);
    try (ContactsInStep contacts = new ContactsInStep(folder)) {
      for (int i = 0; i < 12; i++) {
        addOnTheLeft(contacts);
        addOnTheRight(contacts);
      }
      int kills = 0;
      int rounds = 0;
      while (kills < KILLS) {
        int row = 0;
        while (row < KILLS_IN_A_ROW && kills + row < KILLS && syncAndKill(contacts)) {
          row++;
        }
        kills += row;
        rounds++;
        contacts.syncToTheEnd();
        String when = "after " + kills + " kills, " + rounds + " rounds, seed " + SEED;
        assertThat(contacts.rightNotes()).describedAs(when).isEqualTo(truth);
        assertThat(contacts.leftNotes()).describedAs(when).isEqualTo(truth);
        edit(contacts);
      }
      quiet(contacts);
      System.out.println(kills + " kills in " + rounds + " rounds");
    }
  }

  /** After all that, one run brings the last edits over and the next finds nothing to do. */
  private void quiet(ContactsInStep contacts) throws IOException, InterruptedException {
    contacts.syncToTheEnd();
    contacts.server.log().clear();
    contacts.syncToTheEnd();
    assertThat(contacts.server.log().writes()).isZero();
    assertThat(contacts.server.log().reads()).isZero();
    assertThat(contacts.rightNotes()).isEqualTo(truth);
    assertThat(contacts.leftNotes()).isEqualTo(truth);
  }

  /** Edits some on each side, no item on both. */
  private void edit(ContactsInStep contacts) throws IOException {
    List<String> uids = new ArrayList<>(truth.keySet());
    Collections.shuffle(uids, random);
    for (int i = 0; i < 4; i++) {
      String left = uids.removeLast();
      truth.put(left, note());
      contacts.putLeft(left, Cards.withNote(contacts.onTheLeft(left), truth.get(left)));
      String right = uids.removeLast();
      truth.put(right, note());
      String name = contacts.nameOnTheRight(right);
      String body = contacts.book.get(name).orElseThrow();
      contacts.book.put(name, Cards.withNote(body, truth.get(right)));
      addOnTheLeft(contacts);
      addOnTheRight(contacts);
    }
    for (int i = 0; i < 3; i++) {
      String left = uids.removeLast();
      contacts.deleteLeft(left);
      truth.remove(left);
      String right = uids.removeLast();
      contacts.book.delete(contacts.nameOnTheRight(right));
      truth.remove(right);
    }
  }

  private void addOnTheLeft(ContactsInStep contacts) throws IOException {
    String uid = "left-" + ++nextUid;
    truth.put(uid, note());
    contacts.putNewLeft(uid, Cards.card(uid, truth.get(uid)));
  }

  private void addOnTheRight(ContactsInStep contacts) {
    String uid = "right-" + ++nextUid;
    truth.put(uid, note());
    contacts.book.put(uid + ".vcf", Cards.card(uid, truth.get(uid)));
  }

  private String note() {
    return "version " + random.nextInt(1_000_000);
  }

  /** Returns whether it was killed, or had ended before. */
  private boolean syncAndKill(ContactsInStep contacts) throws IOException, InterruptedException {
    TandemProcess sync = contacts.start("sync");
    var dials = contacts.server.dials();
    switch (random.nextInt(3)) {
      case 0 -> dials.cutBefore = at(random.nextInt(25), sync);
      case 1 -> dials.loseAnswer = at(random.nextInt(25), sync);
      default -> dials.cutBefore = later(random.nextInt(400), sync);
    }
    int status = sync.await();
    dials.cutBefore = When.never();
    dials.loseAnswer = When.never();
    if (status != 137) {
      assertThat(status).describedAs(sync.printed()).isZero();
    }
    return status == 137;
  }

  /** Kills at a request, before it is carried out or after. */
  private static When at(int request, TandemProcess sync) {
    var seen = new AtomicInteger();
    return r -> {
      if (seen.getAndIncrement() < request) {
        return false;
      }
      sync.kill();
      return true;
    };
  }

  /** Kills some time after the first request, wherever the process is then. */
  private static When later(int milliseconds, TandemProcess sync) {
    var seen = new AtomicInteger();
    return (DavRequest r) -> {
      if (seen.getAndIncrement() == 0) {
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(milliseconds);
                    sync.kill();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
      }
      return false;
    };
  }
}
