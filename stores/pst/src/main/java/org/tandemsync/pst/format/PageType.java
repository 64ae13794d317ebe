package org.tandemsync.pst.format;

/** Types of page ([MS-PST] 2.2.2.7.1). */
enum PageType {
  BLOCK_TREE(0x80, "block index"),
  NODE_TREE(0x81, "node index"),
  ALLOCATION_MAP(0x84, "allocation map");

  private final int code;
  private final String label;

  PageType(int code, String label) {
    this.code = code;
    this.label = label;
  }

  int code() {
    return code;
  }

  /** For messages. */
  String label() {
    return label;
  }
}
