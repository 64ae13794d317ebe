package org.tandemsync.pst.format;

/** What tells that a page or block stands where it belongs ([MS-PST] 5.5). */
public final class Signature {
  private Signature() {}

  /** The signature of a page or block at {@code offset}. */
  public static int of(long offset, long id) {
    int x = (int) (offset ^ id);
    return (x >>> 16 ^ x) & 0xFFFF;
  }
}
