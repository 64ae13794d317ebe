/**
 * The strict checker of data files: every rule that Outlook and its repair tool expect to hold. It
 * reads, never writes, goes on after a finding, and says in plain words what is wrong. A file is
 * only ever written to when it has no finding.
 */
@NullMarked
package org.tandemsync.pst.check;

import org.jspecify.annotations.NullMarked;
