/**
 * A calendar or address book as a {@link org.tandemsync.sync.Store}: listings by sync token or by
 * properties, reading in batches, conditional writes in parallel.
 *
 * <p>Servers do not all heed conditions (SOGo overwrites and deletes in spite of them): what is
 * there is looked at before each create, update and delete, and the condition only closes the gap
 * between the look and the write.
 */
@NullMarked
package org.tandemsync.dav.store;

import org.jspecify.annotations.NullMarked;
