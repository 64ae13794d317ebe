package org.tandemsync.pst.check;

/**
 * The rules that hold in a sound file ([MS-PST] 2.2 to 2.6), in the order in which they are
 * checked.
 */
public enum Invariant {
  HEADER("header"),
  PAGES("pages"),
  TREES("index pages"),
  BLOCKS("blocks"),
  ALLOCATION("allocation maps"),
  REFERENCES("reference counts"),
  COUNTERS("counters of ids"),
  HEAPS("heaps"),
  HEAP_TREES("property lists"),
  TABLES("tables"),
  NODES("folders and nodes"),
  ROWS("rows against their items"),
  SIZES("sizes of items"),
  NAMES("named properties"),
  SEARCH("search queue");

  private final String label;

  Invariant(String label) {
    this.label = label;
  }

  /** What it is about, for messages. */
  public String label() {
    return label;
  }
}
