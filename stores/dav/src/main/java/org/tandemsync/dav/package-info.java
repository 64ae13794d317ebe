/** CalDAV and CardDAV collections as stores. */
@NullMarked
package org.tandemsync.dav;

import org.jspecify.annotations.NullMarked;
