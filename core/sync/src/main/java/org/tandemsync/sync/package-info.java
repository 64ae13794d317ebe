/**
 * Keeps two stores in step: settle, observe, match, plan, guard, execute.
 *
 * <p>{@link org.tandemsync.sync.Store} and {@link org.tandemsync.sync.Ledger} are the ports to the
 * outside, {@link org.tandemsync.sync.ItemKind} is all that the engine knows of an item. A {@link
 * org.tandemsync.sync.Link} remembers a pair and, per side, what that side was last confirmed to
 * hold; work is derived anew in every run. No I/O, no clock, no threads: one call after the other
 * in a fixed order, so that every run can be repeated exactly.
 */
@NullMarked
package org.tandemsync.sync;

import org.jspecify.annotations.NullMarked;
