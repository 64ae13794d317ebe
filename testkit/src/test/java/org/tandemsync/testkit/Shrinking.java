package org.tandemsync.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Histories with one thing less. */
final class Shrinking {
  private Shrinking() {}

  static Stream<Lived> smaller(Lived lived) {
    return Stream.of(rounds(lived), starts(lived), traits(lived), within(lived), looks(lived))
        .flatMap(stream -> stream);
  }

  private static Stream<Lived> rounds(Lived lived) {
    History history = lived.history();
    if (history.rounds().size() < 2) {
      return Stream.empty();
    }
    return indices(history.rounds())
        .flatMap(
            i -> {
              History less = with(history, without(history.rounds(), i));
              Lived sameLooks = new Lived(lived.mode(), less, lived.looks());
              return lived.looks().size() > 1 && i < lived.looks().size()
                  ? Stream.of(new Lived(lived.mode(), less, without(lived.looks(), i)), sameLooks)
                  : Stream.of(sameLooks);
            });
  }

  private static Stream<Lived> starts(Lived lived) {
    History h = lived.history();
    return indices(h.start())
        .map(
            i ->
                new History(
                    h.left(), h.right(), h.policy(), h.batch(), without(h.start(), i), h.rounds()))
        .map(history -> new Lived(lived.mode(), history, lived.looks()));
  }

  private static Stream<Lived> traits(Lived lived) {
    History h = lived.history();
    Stream<History> left =
        h.left().stream()
            .map(
                t ->
                    new History(
                        without(h.left(), t),
                        h.right(),
                        h.policy(),
                        h.batch(),
                        h.start(),
                        h.rounds()));
    Stream<History> right =
        h.right().stream()
            .map(
                t ->
                    new History(
                        h.left(),
                        without(h.right(), t),
                        h.policy(),
                        h.batch(),
                        h.start(),
                        h.rounds()));
    return Stream.concat(left, right).map(less -> new Lived(lived.mode(), less, lived.looks()));
  }

  private static Set<History.Trait> without(Set<History.Trait> traits, History.Trait one) {
    Set<History.Trait> rest = EnumSet.noneOf(History.Trait.class);
    rest.addAll(traits);
    rest.remove(one);
    return rest;
  }

  private static Stream<Lived> within(Lived lived) {
    History history = lived.history();
    return indices(history.rounds())
        .flatMap(
            i ->
                smaller(history.rounds().get(i))
                    .map(round -> with(history, replaced(history.rounds(), i, round))))
        .map(less -> new Lived(lived.mode(), less, lived.looks()));
  }

  private static Stream<History.Round> smaller(History.Round round) {
    List<History.Round> all = new ArrayList<>();
    for (int i = 0; i < round.before().size(); i++) {
      all.add(with(round, without(round.before(), i), round.during()));
      History.Edit edit = round.before().get(i);
      for (int item = 0; item < Math.min(edit.item(), 4); item++) {
        History.Edit other = new History.Edit(edit.side(), item, edit.doing());
        all.add(with(round, replaced(round.before(), i, other), round.during()));
      }
    }
    for (Integer step : round.during().keySet()) {
      Map<Integer, History.Edit> fewer = new TreeMap<>(round.during());
      History.Edit edit = fewer.remove(step);
      all.add(with(round, round.before(), fewer));
      List<History.Edit> earlier = new ArrayList<>(round.before());
      earlier.add(edit);
      all.add(with(round, earlier, fewer));
    }
    if (!round.faults().isEmpty()) {
      all.add(with(round, List.of()));
    }
    for (int i = 0; i < round.faults().size(); i++) {
      if (round.faults().get(i) != Dials.Fault.NONE) {
        all.add(with(round, replaced(round.faults(), i, Dials.Fault.NONE)));
      }
    }
    if (round.dropped() > 0) {
      all.add(
          new History.Round(round.before(), round.during(), round.faults(), 0, round.expired()));
    }
    if (round.expired()) {
      all.add(
          new History.Round(
              round.before(), round.during(), round.faults(), round.dropped(), false));
    }
    return all.stream();
  }

  private static Stream<Lived> looks(Lived lived) {
    List<Look> looks = lived.looks();
    List<List<Look>> all = new ArrayList<>();
    if (looks.size() > 1) {
      all.add(without(looks, looks.size() - 1));
    }
    for (int i = 0; i < looks.size(); i++) {
      for (Look simpler : looks.get(i).simpler()) {
        all.add(replaced(looks, i, simpler));
      }
    }
    return all.stream().map(fewer -> new Lived(lived.mode(), lived.history(), fewer));
  }

  private static History with(History h, List<History.Round> rounds) {
    return new History(h.left(), h.right(), h.policy(), h.batch(), h.start(), rounds);
  }

  private static History.Round with(
      History.Round r, List<History.Edit> before, Map<Integer, History.Edit> during) {
    return new History.Round(before, during, r.faults(), r.dropped(), r.expired());
  }

  private static History.Round with(History.Round r, List<Dials.Fault> faults) {
    return new History.Round(r.before(), r.during(), faults, r.dropped(), r.expired());
  }

  private static Stream<Integer> indices(List<?> list) {
    return IntStream.range(0, list.size()).boxed();
  }

  private static <E> List<E> without(List<E> list, int index) {
    List<E> rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  private static <E> List<E> replaced(List<E> list, int index, E by) {
    List<E> other = new ArrayList<>(list);
    other.set(index, by);
    return other;
  }
}
