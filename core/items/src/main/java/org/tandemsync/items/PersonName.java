package org.tandemsync.items;

/**
 * The parts of a contact's name. One value when merging.
 *
 * @param title what stands before ("Dr.")
 * @param suffix what stands behind ("Jr.")
 */
public record PersonName(String title, String first, String middle, String last, String suffix) {
  public static final PersonName EMPTY = new PersonName("", "", "", "", "");

  /** The parts in the order in which they are spoken, with blanks between. */
  public String spoken() {
    return String.join(" ", title, first, middle, last, suffix).replaceAll(" +", " ").strip();
  }
}
