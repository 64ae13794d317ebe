/**
 * WebDAV, CalDAV and CardDAV over HTTP. Knows nothing of items and syncing.
 *
 * <p>{@link org.tandemsync.dav.client.DavClient} sends requests and gives parsed answers; hrefs,
 * entity tags, multi-status answers and preconditions are types. Answers are not trusted: XML is
 * read as a stream without DTDs, and everything has a largest size.
 */
@NullMarked
package org.tandemsync.dav.client;

import org.jspecify.annotations.NullMarked;
