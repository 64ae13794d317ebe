/** Outlook over a data file, and damage to one, for the tests over the whole. */
@NullMarked
package org.tandemsync.pst.standin;

import org.jspecify.annotations.NullMarked;
