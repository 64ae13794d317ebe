package org.tandemsync.items;

/**
 * One mail address of a contact.
 *
 * @param address the SMTP address, never an X.500 "/o=..." one
 * @param displayName how Outlook shows it, may be empty; Outlook's own business, so it does not
 *     count when addresses are compared
 */
public record EmailAddress(String address, String displayName) {
  public EmailAddress {
    if (address.isBlank()) {
      throw new IllegalArgumentException("a mail address is not empty");
    }
  }

  public boolean sameAs(EmailAddress other) {
    return address.strip().equalsIgnoreCase(other.address.strip());
  }
}
