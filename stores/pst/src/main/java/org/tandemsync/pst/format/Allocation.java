package org.tandemsync.pst.format;

/**
 * What the allocation maps show ([MS-PST] 2.2.2.7.2).
 *
 * @param maps number of allocation maps
 * @param free bytes that are not in use
 */
public record Allocation(int maps, long free) {
  static final long FIRST_MAP = 0x4400;
  static final int MAP_BYTES = 496;
  static final long MAP_SPACING = MAP_BYTES * 8L * Layout.SLOT;
}
