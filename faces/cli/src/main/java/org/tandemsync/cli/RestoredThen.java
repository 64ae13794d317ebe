package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tandemsync.services.Undo;
import org.tandemsync.services.Version;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.sync.Policy;
import org.tandemsync.sync.Side;

/**
 * What the next sync makes of what an undo has restored. A profile that goes one way takes nothing
 * over from its target.
 */
final class RestoredThen {
  private final Policy policy;
  private final Set<Side> changed = EnumSet.noneOf(Side.class);
  private final Set<Side> cameBack = EnumSet.noneOf(Side.class);

  private RestoredThen(Policy policy) {
    this.policy = policy;
  }

  static RestoredThen in(String profile, Session session) {
    return new RestoredThen(
        session
            .application()
            .profiles()
            .configuration()
            .profile(profile)
            .map(Profile::policy)
            .orElse(Policy.TWO_WAY));
  }

  void add(Undo.Line line) {
    if (line.fate() == Undo.Fate.RESTORED) {
      Version version = line.version();
      (version.kind() == Version.Kind.DELETED ? cameBack : changed).add(version.side());
    }
  }

  /** A sentence, or several; "" if nothing was restored. */
  String next() {
    Side target =
        switch (policy.direction()) {
          case TWO_WAY -> null;
          case LEFT_TO_RIGHT -> Side.RIGHT;
          case RIGHT_TO_LEFT -> Side.LEFT;
        };
    Set<Side> sides = EnumSet.noneOf(Side.class);
    sides.addAll(changed);
    sides.addAll(cameBack);
    boolean brought = target == null ? !sides.isEmpty() : sides.contains(target.other());
    StringBuilder said = new StringBuilder();
    if (brought) {
      said.append("The next sync brings it to the other side.");
    }
    if (target != null && sides.contains(target)) {
      said.append(brought ? " " : "").append(onTarget(target));
    }
    return said.toString();
  }

  private String onTarget(Side target) {
    boolean deletes = cameBack.contains(target) && policy.extra() == Policy.Extra.DELETE;
    boolean keeps = cameBack.contains(target) && policy.extra() == Policy.Extra.KEEP;
    List<String> does = new ArrayList<>();
    if (keeps) {
      does.add("leaves what came back " + target.place() + " there, and only there");
    }
    if (changed.contains(target)) {
      does.add("overwrites what was restored " + target.place());
    }
    if (deletes) {
      does.add("deletes what came back " + target.place());
    }
    return "The profile goes one way: the next sync "
        + String.join(", and ", does)
        + (deletes || changed.contains(target) ? ", unless you change the profile first." : ".");
  }
}
