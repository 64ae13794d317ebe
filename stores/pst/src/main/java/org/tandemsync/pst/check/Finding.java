package org.tandemsync.pst.check;

/**
 * Something that is not as it should be.
 *
 * @param harmless whether Outlook itself leaves it so in older files; then it forbids nothing
 * @param where the page, block, node or folder
 * @param what what is wrong, in plain words
 */
public record Finding(Invariant invariant, boolean harmless, String where, String what) {}
