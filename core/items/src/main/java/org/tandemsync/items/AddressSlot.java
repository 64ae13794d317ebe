package org.tandemsync.items;

/** The three postal addresses that an Outlook contact has a place for. */
public enum AddressSlot {
  HOME,
  BUSINESS,
  OTHER
}
