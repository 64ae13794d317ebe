/** Outlook over a data file. */
@NullMarked
package org.tandemsync.pst.standin;

import org.jspecify.annotations.NullMarked;
