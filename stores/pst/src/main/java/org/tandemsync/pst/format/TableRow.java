package org.tandemsync.pst.format;

import java.util.Map;

/**
 * A row to be written.
 *
 * @param id the node that it tells of, or any number
 * @param cells by tag the bytes of the value; a column that is not named is empty in this row
 */
public record TableRow(int id, Map<Integer, byte[]> cells) {}
