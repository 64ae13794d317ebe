/**
 * Accounts, profiles, runs and reports: what the faces show and start.
 *
 * <p>{@link org.tandemsync.services.Runs} keeps profiles in step, {@link
 * org.tandemsync.services.Copy} moves items once. Ports to the outside: {@link
 * org.tandemsync.services.Stores} and {@link org.tandemsync.services.Discovery} (where items live),
 * {@link org.tandemsync.services.Profiles}, {@link org.tandemsync.services.Ledgers}, {@link
 * org.tandemsync.services.Reports}, {@link org.tandemsync.services.Leases} (what is remembered),
 * {@link org.tandemsync.services.Secrets}.
 */
@NullMarked
package org.tandemsync.services;

import org.jspecify.annotations.NullMarked;
