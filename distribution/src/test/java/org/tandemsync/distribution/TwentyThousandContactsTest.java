package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large address book is synced by a process with 256 MB ({@link TandemProcess} sets that). */
class TwentyThousandContactsTest {
  private static final int CONTACTS = Integer.getInteger("tandem.contacts", 20_000);

  @TempDir private Path folder;

  @Test
  void fitInAQuarterOfAGigabyte() throws Exception {
    try (ContactsInStep contacts = new ContactsInStep(folder)) {
      for (int i = 0; i < CONTACTS; i++) {
        String uid = "contact-" + i;
        contacts.putNewLeft(uid, Cards.card(uid, "note of " + i));
      }
      long start = System.nanoTime();
      contacts.start("sync").awaitSuccess();
      assertThat(contacts.book.size()).isEqualTo(CONTACTS);
      assertThat(contacts.rightNotes()).isEqualTo(contacts.leftNotes());
      long first = System.nanoTime();
      contacts.server.log().clear();
      contacts.start("sync").awaitSuccess();
      assertThat(contacts.server.log().writes()).isZero();
      assertThat(contacts.server.log().reads()).isZero();
      System.out.printf(
          Locale.ROOT,
          "%d contacts: first sync %.1f s, second %.1f s%n",
          CONTACTS,
          (first - start) / 1e9,
          (System.nanoTime() - first) / 1e9);
    }
  }
}
