package org.tandemsync.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.ItemType;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Side;

/**
 * Items of one side that are the same in every field.
 *
 * @param twins at least two, the one that stays first
 */
public record DuplicateGroup(Side side, ItemType type, String title, List<Twin> twins) {
  public DuplicateGroup {
    twins = List.copyOf(twins);
    if (twins.size() < 2) {
      throw new IllegalArgumentException("one item is no duplicate");
    }
  }

  /**
   * One of them.
   *
   * @param revision the one that was compared, or null if the store did not say
   * @param reason why it is left alone, with the next step; else empty
   */
  public record Twin(ItemId id, @Nullable Revision revision, Fate fate, String reason) {}

  /** What a clean-up makes of an item. */
  public enum Fate {
    /**
     * The one that stays: the one that is in step, else the one that was changed first. Of several
     * that are in step both sides name the same pair.
     */
    KEPT("kept"),
    /** It is one too many. */
    EXTRA("extra"),
    /** It is one too many, and only a person can remove it. */
    LEFT("left");

    private final String label;

    Fate(String label) {
      this.label = label;
    }

    /** The word for this in JSON and messages. */
    public String label() {
      return label;
    }
  }
}
