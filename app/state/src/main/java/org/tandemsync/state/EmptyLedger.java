package org.tandemsync.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Side;

/** What a profile remembers before its first run. */
final class EmptyLedger<T> implements Ledger<T> {
  private final boolean unfamiliar;

  EmptyLedger(boolean unfamiliar) {
    this.unfamiliar = unfamiliar;
  }

  @Override
  public List<LinkHead> heads() {
    return List.of();
  }

  @Override
  public Map<LinkId, Link<T>> links(Collection<LinkId> ids) {
    return Map.of();
  }

  @Override
  public List<Intent<T>> openIntents() {
    return List.of();
  }

  @Override
  public Optional<Checkpoint> checkpoint(Side side) {
    return Optional.empty();
  }

  @Override
  public List<PassedOver> passedOver(Side side) {
    return List.of();
  }

  @Override
  public boolean unfamiliar() {
    return unfamiliar;
  }

  @Override
  public void commit(Commit<T> commit) {
    throw new IllegalStateException("a plan changes nothing");
  }
}
