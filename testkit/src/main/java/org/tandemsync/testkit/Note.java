package org.tandemsync.testkit;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The smallest item that has all that the engine is interested in: an identity, two single values
 * and a set.
 *
 * @param uid the identity, or ""
 * @param title a single value
 * @param text another one
 * @param tags a set
 * @param hidden what a profile does not include: it must survive everything
 * @param modified a clock value for "newest wins"; 0 for none
 */
public record Note(
    String uid, String title, String text, SortedSet<String> tags, String hidden, long modified) {

  public Note {
    tags = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  public static Note of(String uid, String title, String text, String... tags) {
    return new Note(uid, title, text, new TreeSet<>(java.util.List.of(tags)), "", 0);
  }

  public Note withUid(String to) {
    return new Note(to, title, text, tags, hidden, modified);
  }

  public Note withTitle(String to) {
    return new Note(uid, to, text, tags, hidden, modified);
  }

  public Note withText(String to) {
    return new Note(uid, title, to, tags, hidden, modified);
  }

  public Note withTags(SortedSet<String> to) {
    return new Note(uid, title, text, to, hidden, modified);
  }

  public Note withHidden(String to) {
    return new Note(uid, title, text, tags, to, modified);
  }

  public Note withModified(long to) {
    return new Note(uid, title, text, tags, hidden, to);
  }

  public Note plus(String tag) {
    TreeSet<String> more = new TreeSet<>(tags);
    more.add(tag);
    return withTags(more);
  }

  public Note minus(String tag) {
    TreeSet<String> less = new TreeSet<>(tags);
    less.remove(tag);
    return withTags(less);
  }
}
