package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger that keeps its changes to itself: a plan writes nothing anywhere. */
final class Preview<T> implements Ledger<T> {
  private final Ledger<T> ledger;
  private final Map<LinkId, Link<T>> saved = new HashMap<>();
  private final Set<LinkId> removed = new HashSet<>();
  private final Set<LinkId> closed = new HashSet<>();

  private final List<Declared> also;

  /**
   * @param also what counts as declared although the ledger does not know it
   */
  Preview(Ledger<T> ledger, List<Declared> also) {
    this.ledger = ledger;
    this.also = also;
  }

  @Override
  public List<LinkHead> heads() {
    Map<LinkId, LinkHead> heads = new LinkedHashMap<>();
    ledger.heads().forEach(head -> heads.put(head.id(), head));
    saved.forEach((id, link) -> heads.put(id, link.head()));
    heads.keySet().removeAll(removed);
    List<LinkHead> sorted = new ArrayList<>(heads.values());
    sorted.sort(Comparator.comparing((LinkHead head) -> head.left().id().value()));
    return sorted;
  }

  @Override
  public Map<LinkId, Link<T>> links(Collection<LinkId> ids) {
    Map<LinkId, Link<T>> links = new HashMap<>(ledger.links(ids));
    for (LinkId id : ids) {
      Link<T> link = saved.get(id);
      if (link != null) {
        links.put(id, link);
      }
    }
    links.keySet().removeAll(removed);
    return links;
  }

  @Override
  public List<Intent<T>> openIntents() {
    return ledger.openIntents().stream().filter(i -> !closed.contains(i.link())).toList();
  }

  @Override
  public Optional<Checkpoint> checkpoint(Side side) {
    return ledger.checkpoint(side);
  }

  @Override
  public List<PassedOver> passedOver(Side side) {
    return ledger.passedOver(side);
  }

  @Override
  public List<Former> formers(Collection<LinkId> links) {
    return ledger.formers(links);
  }

  @Override
  public Map<LinkId, Age> ages() {
    return ledger.ages();
  }

  @Override
  public Set<Side> putBack() {
    return ledger.putBack();
  }

  @Override
  public List<Held> held() {
    return ledger.held();
  }

  @Override
  public List<Conflict<T>> conflicts(Collection<LinkId> links) {
    return ledger.conflicts(links);
  }

  @Override
  public List<Decision<T>> decisions() {
    return ledger.decisions();
  }

  @Override
  public List<Declared> declared() {
    List<Declared> declared = new ArrayList<>(ledger.declared());
    also.stream().filter(one -> !declared.contains(one)).forEach(declared::add);
    return declared;
  }

  @Override
  public List<Quarantined> quarantined() {
    return ledger.quarantined();
  }

  @Override
  public boolean unfamiliar() {
    return ledger.unfamiliar();
  }

  @Override
  public void commit(Commit<T> commit) {
    for (Link<T> link : commit.save()) {
      saved.put(link.id(), link);
      removed.remove(link.id());
    }
    for (LinkId link : commit.remove()) {
      saved.remove(link);
      removed.add(link);
    }
    closed.addAll(commit.close());
  }
}
