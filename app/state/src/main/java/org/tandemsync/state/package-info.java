/** What Tandem remembers, in SQLite. */
@NullMarked
package org.tandemsync.state;

import org.jspecify.annotations.NullMarked;
