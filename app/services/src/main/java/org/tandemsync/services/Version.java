package org.tandemsync.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/**
 * One change that was made to one item, and can be taken back as long as it is kept. The items
 * before and after it are in {@link History#kept}.
 *
 * @param places the ledger of the pair
 * @param side where the item was written
 * @param id the item's id after the change; of a deleted one the id that it had
 * @param fields what was written of an item that was there
 * @param certain false if the answer was lost: perhaps it was not done
 */
public record Version(
    Number number,
    Instant at,
    LedgerKey places,
    LinkId link,
    Side side,
    Kind kind,
    ItemId id,
    String title,
    List<String> fields,
    boolean certain) {

  public Version {
    fields = List.copyOf(fields);
  }

  /** What was done to the item. */
  public enum Kind {
    CREATED("created"),
    UPDATED("updated"),
    DELETED("deleted");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }

  /** Its name: the run and the place in it, as "12.3". */
  public record Number(long run, int position) {

    public static Optional<Number> parse(String text) {
      int dot = text.indexOf('.');
      try {
        return dot < 0
            ? Optional.empty()
            : Optional.of(
                new Number(
                    Long.parseLong(text.substring(0, dot)),
                    Integer.parseInt(text.substring(dot + 1))));
      } catch (NumberFormatException none) {
        return Optional.empty();
      }
    }

    public String text() {
      return run + "." + position;
    }
  }
}
