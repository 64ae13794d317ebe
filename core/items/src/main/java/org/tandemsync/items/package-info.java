/**
 * Outlook's items as plain immutable values: {@link org.tandemsync.items.Appointment}, {@link
 * org.tandemsync.items.Task}, {@link org.tandemsync.items.Contact}, {@link
 * org.tandemsync.items.DistributionList}.
 *
 * <p>Texts are never null (absent is the empty string) and use {@code \n} line ends; absent dates
 * are null, never Outlook's 4501-01-01. {@link org.tandemsync.items.Field} names what can change on
 * its own, {@link org.tandemsync.items.Projection} which fields take part, {@link
 * org.tandemsync.items.Merge} how two changed items become one. Knows no file, no network, no
 * clock.
 */
@NullMarked
package org.tandemsync.items;

import org.jspecify.annotations.NullMarked;
