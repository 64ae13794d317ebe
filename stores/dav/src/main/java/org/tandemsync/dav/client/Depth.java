package org.tandemsync.dav.client;

/** The Depth header (RFC 4918 10.2). Infinity is never asked for. */
public enum Depth {
  SELF("0"),
  MEMBERS("1");

  private final String header;

  Depth(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }
}
