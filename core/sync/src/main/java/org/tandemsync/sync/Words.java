package org.tandemsync.sync;

import java.util.Collection;

/** The few words that reasons are made of. */
final class Words {
  private Words() {}

  static String of(Side side) {
    return switch (side) {
      case LEFT -> "Outlook";
      case RIGHT -> "the server";
    };
  }

  static String in(Side side) {
    return side.place();
  }

  static String list(Collection<String> names) {
    return String.join(", ", names);
  }

  static String noRevision(Side side) {
    return Words.of(side) + " gives the item no revision, so it cannot be changed safely";
  }
}
