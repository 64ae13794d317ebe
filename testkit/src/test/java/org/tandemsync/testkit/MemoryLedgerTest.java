package org.tandemsync.testkit;

import java.util.List;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Ledger;

final class MemoryLedgerTest extends LedgerContract<Note> {

  @Override
  protected Place<Note> place() {
    MemoryLedger<Note> ledger = new MemoryLedger<>();
    return new Place<>() {
      @Override
      public Ledger<Note> open() {
        return ledger;
      }

      @Override
      public List<Conflict<Note>> conflicts() {
        return ledger.conflicts();
      }

      @Override
      public List<Conflict<Note>> openConflicts() {
        return ledger.openConflicts(new NoteKind());
      }

      @Override
      public void close() {}
    };
  }

  @Override
  protected Note item(int number) {
    return Note.of("uid-" + number, "title " + number, "text " + number);
  }
}
