package org.tandemsync.items;

/** The three mail addresses that an Outlook contact has a place for. */
public enum EmailSlot {
  EMAIL1,
  EMAIL2,
  EMAIL3
}
