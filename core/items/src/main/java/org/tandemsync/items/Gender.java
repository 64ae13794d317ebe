package org.tandemsync.items;

/** Outlook's OlGender (PidTagGender), in the order of its numbers 0 to 2. */
public enum Gender {
  UNSPECIFIED,
  FEMALE,
  MALE
}
