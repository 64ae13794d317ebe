package org.tandemsync.convert;

/** How a new distribution list is written. A list that is there keeps the format that it has. */
public enum GroupFormat {
  /** SOGo's own lists, {@code BEGIN:VLIST}: members are file names of the same address book. */
  VLIST,

  /** KIND:group with MEMBER (RFC 6350 6.1.4, 6.6.5): always vCard 4.0. */
  VCARD4,

  /** X-ADDRESSBOOKSERVER-KIND and -MEMBER in vCard 3.0: iCloud, Nextcloud, Fastmail, EGroupware. */
  ADDRESSBOOKSERVER,

  /** X-KIND and X-MEMBER in vCard 3.0, as programs write it that know only X- names there. */
  X_KIND
}
