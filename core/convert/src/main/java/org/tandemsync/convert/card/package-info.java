/**
 * The lens between vCards (2.1, 3.0, 4.0, SOGo's VLIST) and Outlook's contacts and distribution
 * lists.
 *
 * <p>A {@link org.tandemsync.convert.card.CardProperty} is one property, or a group of properties
 * that only make sense together, in both directions; {@link
 * org.tandemsync.convert.card.ContactProperties} and {@link
 * org.tandemsync.convert.card.GroupProperties} are the lists that compose them. Reading never
 * depends on the version of a card: SOGo labels 4.0 as 3.0 and converts nothing.
 */
@NullMarked
package org.tandemsync.convert.card;

import org.jspecify.annotations.NullMarked;
