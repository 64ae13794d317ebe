package org.tandemsync.pst.format;

import java.util.Locale;

/** The id of a node (NID): five bits of type, the rest is an index. */
public record NodeId(int value) {

  public static final NodeId STORE = new NodeId(0x21);
  public static final NodeId NAMES = new NodeId(0x61);
  public static final NodeId ROOT_FOLDER = new NodeId(0x122);
  public static final NodeId ATTACHMENT_TABLE = new NodeId(0x671);
  public static final NodeId RECIPIENT_TABLE = new NodeId(0x692);

  public static final int FOLDER = 0x02;
  public static final int SEARCH_FOLDER = 0x03;
  public static final int MESSAGE = 0x04;
  public static final int ATTACHMENT = 0x05;
  public static final int ASSOCIATED_MESSAGE = 0x08;
  public static final int HIERARCHY_TABLE = 0x0D;
  public static final int CONTENTS_TABLE = 0x0E;
  public static final int ASSOCIATED_TABLE = 0x0F;

  /** One of the constants of this class, or another of [MS-PST] 2.2.2.1. */
  public int type() {
    return value & 0x1F;
  }

  /** The node of another type with the same index: a folder's tables. */
  public NodeId withType(int type) {
    return new NodeId(value & ~0x1F | type);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%x", value);
  }
}
