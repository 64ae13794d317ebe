package org.tandemsync.sync;

/**
 * A value of an item that could not be carried: a store holds it and cannot show it, or was given
 * it and cannot hold it. It is no failure.
 *
 * @param number of the kind of loss, which means the same for ever
 * @param field of the item, named as in plans
 * @param text what and why, in plain words
 */
public record Lost(int number, String field, String text) {}
