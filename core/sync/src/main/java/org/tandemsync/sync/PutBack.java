package org.tandemsync.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells whether a side was put back to an earlier state: a server restored from a backup, an older
 * copy of a data file. Then what is missing there was not deleted, and what is different there is
 * older, however few items it are.
 *
 * <p>A store may say so itself. Else items must have come back with a revision that they had before
 * and that was replaced since, and others that are newer must be missing; and nothing may be there
 * that was noted later than any of this. That a person takes back one edit on a server whose ETags
 * are digests (Radicale, Xandikos) is not enough.
 */
final class PutBack {
  private final Ledger<?> ledger;
  private final Survey survey;
  private final Side side;
  private final Predicate<LinkHead> decided;
  private final List<LinkId> lost = new ArrayList<>();
  private final Map<LinkId, Former> returned = new HashMap<>();
  private boolean proved;

  private PutBack(Ledger<?> ledger, Survey survey, Side side, Predicate<LinkHead> decided) {
    this.ledger = ledger;
    this.survey = survey;
    this.side = side;
    this.decided = decided;
  }

  /**
   * The sides that seem to be put back. To be asked when it is known what is absent.
   *
   * @param decided links of which somebody has said what becomes of them: they prove nothing
   */
  static Set<Side> sides(Setup<?> setup, Survey survey, Predicate<LinkHead> decided) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Side side : Side.values()) {
      if (new PutBack(setup.ledger(), survey, side, decided).seemsSo(setup)) {
        sides.add(side);
      }
    }
    return sides;
  }

  private boolean seemsSo(Setup<?> setup) {
    gather();
    if (proved) {
      return true;
    }
    if (lost.isEmpty() && returned.isEmpty()) {
      return false;
    }
    Listing.Continuity continuity = survey.listing(side).continuity();
    if (continuity == Listing.Continuity.REVERSED
        || (setup.store(side).traits().revisionsAreNew() && !returned.isEmpty())) {
      return true;
    }
    boolean broken = continuity == Listing.Continuity.BROKEN;
    return (broken || !returned.isEmpty()) && isWitnessed(broken);
  }

  /** What is missing, and what has a revision of earlier. */
  private void gather() {
    Map<LinkId, Revision> changed = new HashMap<>();
    for (Survey.Sighting sighting : survey.sightings()) {
      if (decided.test(sighting.head)) {
        continue;
      }
      LinkId link = sighting.head.id();
      Revision known = sighting.head.side(side).revision();
      Revision now = survey.revision(side, sighting.id(side));
      switch (sighting.sight(side)) {
        case ABSENT -> {
          lost.add(link);
          proved |=
              sighting.neverGiven(side)
                  || LinkSide.isDetached(sighting.id(side))
                  || isUntold(sighting);
        }
        case READ -> {
          // an older copy of it was found at another place: this one is from a later state
          proved |= sighting.neverGiven(side);
          if (known != null && now != null && !known.equals(now)) {
            changed.put(link, now);
          }
        }
        case SAME, MISSING, UNKNOWN -> {}
      }
    }
    for (Former former : formers(changed.keySet())) {
      if (former.side() == side
          && former.revision().equals(changed.get(former.link()))
          && former.noted() < former.replaced()) {
        returned.put(former.link(), former);
      }
    }
  }

  private List<Former> formers(Collection<LinkId> links) {
    return links.isEmpty() ? List.of() : ledger.formers(links);
  }

  /** The store has told all that went since the checkpoint, and this was not among it. */
  private boolean isUntold(Survey.Sighting sighting) {
    Listing listing = survey.listing(side);
    return listing.scope() == Listing.Scope.COMPLETE
        && listing.continuity() == Listing.Continuity.TOLD
        && !listing.removed().contains(sighting.head.side(side).id());
  }

  private boolean isWitnessed(boolean broken) {
    Map<LinkId, Age> ages = ledger.ages();
    long latest = latestThatIsThere(ages);
    long back = returned.values().stream().filter(former -> former.replaced() >= latest).count();
    long since = lost.stream().filter(link -> age(ages, link).made() >= latest).count();
    long later = lost.stream().filter(link -> age(ages, link).made() > latest).count();
    return back > 1 || (back == 1 && (broken || since > 0)) || (broken && later > 0);
  }

  /** The last run that noted something which is still so: the state is not from before it. */
  private long latestThatIsThere(Map<LinkId, Age> ages) {
    Map<LinkId, Survey.Sighting> sightings = new HashMap<>();
    survey.sightings().forEach(sighting -> sightings.put(sighting.head.id(), sighting));
    long latest = 0;
    for (LinkHead head : survey.heads()) {
      Survey.Sighting sighting = sightings.get(head.id());
      Survey.Sight sight = sighting == null ? Survey.Sight.SAME : sighting.sight(side);
      Former former = returned.get(head.id());
      long noted =
          switch (sight) {
            case SAME -> age(ages, head.id()).noted(side);
            case READ -> former == null ? age(ages, head.id()).made() : former.noted();
            case ABSENT, MISSING, UNKNOWN -> 0;
          };
      latest = Math.max(latest, noted);
    }
    return latest;
  }

  private static Age age(Map<LinkId, Age> ages, LinkId link) {
    return ages.getOrDefault(link, Age.UNKNOWN);
  }

  /** Why nothing that comes from this side takes anything away. */
  static String why(Side side) {
    return Words.of(side)
        + switch (side) {
          case LEFT -> " seems to have an older copy of its data";
          case RIGHT -> " seems to be restored from an older backup";
        }
        + "; nothing is deleted or overwritten "
        + Words.in(side.other())
        + " until that is confirmed";
  }
}
