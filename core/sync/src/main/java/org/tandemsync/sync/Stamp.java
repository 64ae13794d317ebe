package org.tandemsync.sync;

import java.util.Optional;

/**
 * A private mark that an effect leaves in the item it writes: which link wrote it, and which write
 * it was. It tells a lost answer from a change by somebody else, and finds a half-finished create
 * in a store that chooses its own ids.
 *
 * @param link the link that wrote
 * @param write grows with each write of this link; 1 is only what is new, see {@link
 *     Link#nextWrite}
 */
public record Stamp(LinkId link, long write) {
  /** The text that is stored in the item. */
  public String text() {
    return link.value() + "/" + write;
  }

  /** The stamp of {@link #text}, or empty if the text is none. */
  public static Optional<Stamp> parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stamp(
              new LinkId(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
