package org.tandemsync.services;

import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Stamp;

/**
 * A copy on the server that a move between profiles is about to make, noted before it is made:
 * whatever becomes of the move and of the item, it is known by this what we have written there.
 *
 * @param stamp no other write has this one
 * @param place the identity of the collection in which it is made
 * @param original the resource of which it is a copy; null if the item is all that is known
 */
public record MovedCopy(Stamp stamp, String place, Item item, @Nullable String original) {}
