/**
 * The text of iCalendar objects, vCards and VLISTs as a tree that loses nothing.
 *
 * <p>The tree is our own, because no library keeps what it does not understand byte for byte:
 * vinnie drops lines without colon and needless quotes, biweekly reorders and rewrites. Here every
 * line keeps its physical text (folds, line ends, spacing); it is taken apart only when asked for
 * its parts, and only lines that were replaced are rendered anew.
 */
@NullMarked
package org.tandemsync.convert.text;

import org.jspecify.annotations.NullMarked;
