/** HTML as the text of an item: what it says in words, and what of it is safe to hand on. */
@NullMarked
package org.tandemsync.convert.html;

import org.jspecify.annotations.NullMarked;
