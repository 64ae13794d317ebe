/**
 * The layers of [MS-PST] below messages, read from the file on demand: header, pages and B-trees,
 * blocks with their encodings, data trees and subnodes (NDB), heaps, B-trees on heaps, property and
 * table contexts (LTP). Everything read is checked (checksum, signature, ids, bounds); what does
 * not fit is a {@link org.tandemsync.mapi.DamagedException}. Values stay raw here, so that nothing
 * unknown is lost.
 */
@NullMarked
package org.tandemsync.pst.format;

import org.jspecify.annotations.NullMarked;
