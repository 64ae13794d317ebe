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

/** A two-way profile that is edited on both sides, killed in its syncs, and compared. */
final class TwoWayLane {
  private static final int KILLS_IN_A_ROW = 6;

  private final Path folder;
  private final long seed;
  private final Random random;

  /** What both sides must hold: notes by UID. */
  private final Map<String, String> truth = new TreeMap<>();

  private int nextUid;

  TwoWayLane(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Returns what was done. */
  String run(int kills) throws Exception {
    try (ContactsInStep contacts = new ContactsInStep(folder)) {
      for (int i = 0; i < 12; i++) {
        addOnTheLeft(contacts);
        addOnTheRight(contacts);
      }
      Assassin assassin = new Assassin(random);
      int rounds = 0;
      while (assassin.kills() < kills) {
        int row = 0;
        while (row < KILLS_IN_A_ROW
            && assassin.kills() < kills
            && assassin.kill(contacts.server.dials(), () -> contacts.start("sync"))) {
          row++;
        }
        rounds++;
        contacts.start("sync").awaitSuccess();
        compare(contacts, assassin.kills() + " kills, round " + rounds + ", seed " + seed);
        edit(contacts);
      }
      endInQuiet(contacts);
      return assassin.kills() + " kills in " + rounds + " rounds, seed " + seed;
    }
  }

  private void compare(ContactsInStep contacts, String when) throws IOException {
    assertThat(contacts.rightNotes()).describedAs(when).isEqualTo(truth);
    assertThat(contacts.leftNotes()).describedAs(when).isEqualTo(truth);
  }

  /** After all that, one run brings the last edits over and the next finds nothing to do. */
  private void endInQuiet(ContactsInStep contacts) throws IOException, InterruptedException {
    contacts.start("sync").awaitSuccess();
    contacts.server.log().clear();
    contacts.start("sync").awaitSuccess();
    assertThat(contacts.server.log().writes()).isZero();
    assertThat(contacts.server.log().reads()).isZero();
    compare(contacts, "at the end, seed " + seed);
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
}
