package org.tandemsync.services;

import org.tandemsync.items.Family;

/**
 * What a ledger belongs to: a profile and the very folders that it connects. Another folder behind
 * the same profile has another ledger, in which nothing is missing.
 *
 * @param left identity of the Outlook folder, see {@link Place}
 * @param right identity of the collection
 */
public record LedgerKey(String profile, Family family, String left, String right) {}
