/** Outlook data files as stores. */
@NullMarked
package org.tandemsync.pst;

import org.jspecify.annotations.NullMarked;
