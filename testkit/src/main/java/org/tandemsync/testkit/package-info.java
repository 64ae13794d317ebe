/**
 * What tests and the demo need: an embedded CalDAV/CardDAV server, stores with dials for faults,
 * contract tests.
 */
@NullMarked
package org.tandemsync.testkit;

import org.jspecify.annotations.NullMarked;
