package org.tandemsync.outlook.standin;

/** A category of the master list. */
final class StoredCategory {
  String name;
  int color;
  int shortcutKey;

  StoredCategory(String name, int color, int shortcutKey) {
    this.name = name;
    this.color = color;
    this.shortcutKey = shortcutKey;
  }
}
