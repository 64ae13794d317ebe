/** The command line. */
@NullMarked
package org.tandemsync.cli;

import org.jspecify.annotations.NullMarked;
