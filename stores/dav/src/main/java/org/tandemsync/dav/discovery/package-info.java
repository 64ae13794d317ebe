/**
 * Finds the calendars, task lists and address books of an account, starting from nothing but an
 * address (RFC 6764, 5397, 4791, 6352).
 */
@NullMarked
package org.tandemsync.dav.discovery;

import org.jspecify.annotations.NullMarked;
