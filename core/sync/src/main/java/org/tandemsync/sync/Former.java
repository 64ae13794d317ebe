package org.tandemsync.sync;

/**
 * A revision that a linked item had before the one that is known now. Numbers are runs of the
 * ledger: a later one has a higher number.
 *
 * @param noted since which run it was known
 * @param replaced the run that noted another one
 */
public record Former(LinkId link, Side side, Revision revision, long noted, long replaced) {
  /** How many of them are kept for each item. */
  public static final int KEPT = 3;
}
