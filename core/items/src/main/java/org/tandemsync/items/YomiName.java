package org.tandemsync.items;

/** How a Japanese contact's names are read: Outlook's Yomi fields. */
public record YomiName(String first, String last, String company) {
  public static final YomiName EMPTY = new YomiName("", "", "");
}
