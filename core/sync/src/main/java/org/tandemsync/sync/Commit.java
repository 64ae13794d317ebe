package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger changes in one transaction: all of it or nothing.
 *
 * @param save links to insert or replace, by id
 * @param remove links to drop; dropping one that is not there is no error
 * @param open intents to record; a commit that would open a second one for a link fails
 * @param close links whose open intent is done with; done before {@code open}
 * @param conflicts conflicts to record; one that equals the last of its link is not recorded again,
 *     so that a conflict that cannot be settled does not fill the log
 * @param checkpoints per side where the next listing goes on; empty to forget it
 * @param pass per side what was read and does not take part, to insert or replace by id
 * @param lookAgain per side what is not passed over any more; one that was not is no error
 * @param done effects that are done, for the history
 * @param hold what the guard holds, to insert or replace by its key
 * @param decided links whose decision is carried out or void; those of removed links go with them
 * @param failed what failed, to be counted with its item or pair
 * @param recovered what is well again; what never failed is no error
 * @param putBack sides that seem to be put back to an earlier state, or do not any more
 * @param declare pairs that somebody declares to be one; one that is declared already is no error
 * @param undeclare declarations that are carried out, moot or taken back, likewise
 * @param letGo what it holds no longer; what it did not hold is no error
 */
public record Commit<T>(
    List<Link<T>> save,
    List<LinkId> remove,
    List<Intent<T>> open,
    List<LinkId> close,
    List<Conflict<T>> conflicts,
    Map<Side, Optional<Checkpoint>> checkpoints,
    Map<Side, List<PassedOver>> pass,
    Map<Side, List<ItemId>> lookAgain,
    List<Deed<T>> done,
    List<Held> hold,
    List<Held.Key> letGo,
    List<LinkId> decided,
    List<Failure> failed,
    List<Quarantined.Key> recovered,
    Map<Side, Boolean> putBack,
    List<Declared> declare,
    List<Declared> undeclare) {

  public Commit {
    save = List.copyOf(save);
    remove = List.copyOf(remove);
    open = List.copyOf(open);
    close = List.copyOf(close);
    conflicts = List.copyOf(conflicts);
    checkpoints = Map.copyOf(checkpoints);
    pass = Map.copyOf(pass);
    lookAgain = Map.copyOf(lookAgain);
    done = List.copyOf(done);
    hold = List.copyOf(hold);
    letGo = List.copyOf(letGo);
    decided = List.copyOf(decided);
    failed = List.copyOf(failed);
    recovered = List.copyOf(recovered);
    putBack = Map.copyOf(putBack);
    declare = List.copyOf(declare);
    undeclare = List.copyOf(undeclare);
  }

  /**
   * Something that failed.
   *
   * @param left what the left side held
   * @param counts false if it was only met again during its pause
   */
  public record Failure(
      Held.Sight left, Held.Sight right, String title, String reason, boolean counts) {}

  public boolean isEmpty() {
    return save.isEmpty()
        && remove.isEmpty()
        && open.isEmpty()
        && close.isEmpty()
        && conflicts.isEmpty()
        && checkpoints.isEmpty()
        && pass.isEmpty()
        && lookAgain.isEmpty()
        && done.isEmpty()
        && hold.isEmpty()
        && letGo.isEmpty()
        && decided.isEmpty()
        && failed.isEmpty()
        && recovered.isEmpty()
        && putBack.isEmpty()
        && declare.isEmpty()
        && undeclare.isEmpty();
  }

  /** Collects a commit step by step. */
  public static final class Builder<T> {
    private final List<Link<T>> save = new ArrayList<>();
    private final List<LinkId> remove = new ArrayList<>();
    private final List<Intent<T>> open = new ArrayList<>();
    private final List<LinkId> close = new ArrayList<>();
    private final List<Conflict<T>> conflicts = new ArrayList<>();
    private final Map<Side, Optional<Checkpoint>> checkpoints = new EnumMap<>(Side.class);
    private final Map<Side, List<PassedOver>> pass = new HashMap<>();
    private final Map<Side, List<ItemId>> lookAgain = new HashMap<>();
    private final List<Deed<T>> done = new ArrayList<>();
    private final List<Held> hold = new ArrayList<>();
    private final List<Held.Key> letGo = new ArrayList<>();
    private final List<LinkId> decided = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private final List<Quarantined.Key> recovered = new ArrayList<>();
    private final Map<Side, Boolean> putBack = new EnumMap<>(Side.class);
    private final List<Declared> declare = new ArrayList<>();
    private final List<Declared> undeclare = new ArrayList<>();

    public Builder<T> save(Link<T> link) {
      save.add(link);
      return this;
    }

    public Builder<T> remove(LinkId link) {
      remove.add(link);
      return this;
    }

    public Builder<T> open(Intent<T> intent) {
      open.add(intent);
      return this;
    }

    public Builder<T> close(LinkId link) {
      close.add(link);
      return this;
    }

    public Builder<T> conflict(Conflict<T> conflict) {
      conflicts.add(conflict);
      return this;
    }

    public Builder<T> checkpoint(Side side, Optional<Checkpoint> checkpoint) {
      checkpoints.put(side, checkpoint);
      return this;
    }

    public Builder<T> pass(Side side, PassedOver passed) {
      pass.computeIfAbsent(side, k -> new ArrayList<>()).add(passed);
      return this;
    }

    public Builder<T> lookAgain(Side side, ItemId id) {
      lookAgain.computeIfAbsent(side, k -> new ArrayList<>()).add(id);
      return this;
    }

    /** Notes a deed, if there is one. */
    Builder<T> done(@Nullable Deed<T> deed) {
      if (deed != null) {
        done.add(deed);
      }
      return this;
    }

    public Builder<T> hold(Held held) {
      hold.add(held);
      return this;
    }

    public Builder<T> decided(LinkId link) {
      decided.add(link);
      return this;
    }

    public Builder<T> failed(Failure failure) {
      failed.add(failure);
      return this;
    }

    public Builder<T> recovered(Quarantined.Key key) {
      recovered.add(key);
      return this;
    }

    public Builder<T> putBack(Side side, boolean seems) {
      putBack.put(side, seems);
      return this;
    }

    public Builder<T> declare(Declared declared) {
      declare.add(declared);
      return this;
    }

    public Builder<T> undeclare(Declared declared) {
      undeclare.add(declared);
      return this;
    }

    public Builder<T> letGo(Held.Key held) {
      letGo.add(held);
      return this;
    }

    public Commit<T> build() {
      return new Commit<>(
          save,
          remove,
          open,
          close,
          conflicts,
          checkpoints,
          pass,
          lookAgain,
          done,
          hold,
          letGo,
          decided,
          failed,
          recovered,
          putBack,
          declare,
          undeclare);
    }
  }
}
