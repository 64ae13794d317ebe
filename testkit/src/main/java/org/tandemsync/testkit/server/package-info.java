/**
 * An in-memory CalDAV/CardDAV server for tests and the demo, faithful to RFC 4918, 4791, 6352, 6578
 * and 5689 as far as a sync client can tell, with dials for faults and for the quirks of real
 * servers. Start at {@code EmbeddedDavServer}.
 */
@NullMarked
package org.tandemsync.testkit.server;

import org.jspecify.annotations.NullMarked;
