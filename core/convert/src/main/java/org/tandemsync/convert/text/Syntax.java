package org.tandemsync.convert.text;

/** What differs in the content lines of the two families of formats. */
public enum Syntax {
  /** RFC 5545: a dot belongs to the name. */
  ICALENDAR,

  /** vCard 2.1, 3.0, 4.0 and SOGo's VLIST: names may have a group, 2.1 has quoted-printable. */
  VCARD
}
