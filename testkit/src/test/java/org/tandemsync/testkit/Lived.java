package org.tandemsync.testkit;

import java.util.List;

/**
 * A history with the options under which it is lived.
 *
 * @param looks one for each round; none: the options never change
 */
record Lived(Mode mode, History history, List<Look> looks) {

  /** What went wrong; empty if nothing did. */
  List<String> violations() {
    try {
      return mode.violations(history, looks);
    } catch (RuntimeException | AssertionError e) {
      return List.of("exception: " + e);
    }
  }

  /** What kind of thing went wrong first. */
  private String kind() {
    return violations().stream()
        .filter(violation -> violation.contains(":"))
        .map(violation -> violation.substring(0, violation.indexOf(':')))
        .findFirst()
        .orElse("");
  }

  /** The smallest history in which the same goes wrong: nothing can be left out of it. */
  Lived shrunk() {
    String wanted = kind();
    Lived smallest = this;
    for (Lived smaller = smallest; smaller != null; ) {
      smallest = smaller;
      smaller =
          Shrinking.smaller(smallest).filter(l -> l.kind().equals(wanted)).findFirst().orElse(null);
    }
    return smallest;
  }
}
