package org.tandemsync.pst.format;

/** Where a page or block is: its id, and its offset in the file (BREF). */
public record BlockRef(long id, long offset) {}
