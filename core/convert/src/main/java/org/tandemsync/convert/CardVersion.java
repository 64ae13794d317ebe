package org.tandemsync.convert;

/** The version of vCard in which a new contact is written. One that is there keeps its version. */
public enum CardVersion {
  /** RFC 2426: what every server takes. */
  V3("3.0"),

  /** RFC 6350: for servers that list nothing else. */
  V4("4.0");

  private final String number;

  CardVersion(String number) {
    this.number = number;
  }

  /** The value of VERSION. */
  public String number() {
    return number;
  }
}
