package org.tandemsync.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.SecretSource;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.sync.Policy;

/** What a profile connects, as people read it. */
final class Sides {
  private Sides() {}

  /** "Calendar in outlook.pst - /dav/alice/work/ at office". */
  static String of(Profile profile) {
    return outlook(profile) + arrow(profile.policy().direction()) + server(profile);
  }

  static String outlook(Profile profile) {
    return switch (profile.outlook()) {
      case OutlookEndpoint.Pst pst -> pst.folder() + " in " + pst.file().getFileName();
      case OutlookEndpoint.Desktop desktop -> desktop.folder() + " in Outlook";
    };
  }

  static String server(Profile profile) {
    return switch (profile.server()) {
      case ServerEndpoint.Collection at -> at.collection() + " at " + at.account();
      case ServerEndpoint.Directory directory -> directory.path().toString();
    };
  }

  private static String arrow(Policy.Direction direction) {
    return switch (direction) {
      case TWO_WAY -> " <-> ";
      case LEFT_TO_RIGHT -> " -> ";
      case RIGHT_TO_LEFT -> " <- ";
    };
  }

  /** The word of the configuration file. */
  static String direction(Policy policy) {
    return switch (policy.direction()) {
      case TWO_WAY -> "two-way";
      case LEFT_TO_RIGHT -> "outlook-to-server";
      case RIGHT_TO_LEFT -> "server-to-outlook";
    };
  }

  /** The word of the configuration file. */
  static String extra(Policy policy) {
    return policy.extra() == Policy.Extra.DELETE ? "delete" : "keep";
  }

  /** Direction and extra for people. */
  static String mode(Policy policy) {
    boolean mirror =
        policy.direction() != Policy.Direction.TWO_WAY && policy.extra() == Policy.Extra.DELETE;
    return mirror ? direction(policy) + ", deletes extra" : direction(policy);
  }

  static String conflicts(Policy policy) {
    return policy.conflicts().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** "15m", "2h", "1d", or "manual". */
  static String every(@Nullable Duration every) {
    if (every == null) {
      return "manual";
    }
    if (every.equals(Duration.ofDays(every.toDays()))) {
      return every.toDays() + "d";
    }
    return every.toMinutesPart() == 0 && every.toHours() > 0
        ? every.toHours() + "h"
        : every.toMinutes() + "m";
  }

  /** Where a password is kept; never the password. */
  static String password(@Nullable SecretSource source) {
    return switch (source) {
      case null -> "none";
      case SecretSource.Environment(String variable) -> "environment variable " + variable;
      case SecretSource.SecretFile(Path file) -> "file " + file;
      case SecretSource.Protected(Path file) -> "file " + file + ", encrypted by Windows";
      case SecretSource.Prompt prompt -> "asked for";
      case SecretSource.Command(var words) -> "program " + words.getFirst();
      case SecretSource.OtherAccount(String name) -> "that of account " + name;
    };
  }
}
