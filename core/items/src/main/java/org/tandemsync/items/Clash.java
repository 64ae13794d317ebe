package org.tandemsync.items;

import org.jspecify.annotations.Nullable;

/**
 * A field that both sides changed to different values.
 *
 * @param field the name of the field
 * @param left what Outlook has
 * @param right what the server has
 */
public record Clash(String field, @Nullable Object left, @Nullable Object right) {}
