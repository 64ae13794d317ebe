/**
 * Time zones between their worlds: the key names of Windows that Outlook uses, the IANA names of
 * {@code java.time} and of servers, and the names that programs made up.
 */
@NullMarked
package org.tandemsync.convert.zone;

import org.jspecify.annotations.NullMarked;
