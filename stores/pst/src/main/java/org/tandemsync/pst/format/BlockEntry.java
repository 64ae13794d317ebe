package org.tandemsync.pst.format;

/**
 * A block as the block index has it.
 *
 * @param size bytes of content, without padding and trailer
 * @param references number of references to it, plus one
 */
public record BlockEntry(BlockRef ref, int size, int references) {
  /** Internal blocks (trees of data and of subnodes) are never encoded. */
  static boolean internal(long id) {
    return (id & 2) != 0;
  }
}
