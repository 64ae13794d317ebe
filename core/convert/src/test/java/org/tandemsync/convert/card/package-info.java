/** Tests of the lens of contacts and distribution lists. */
@NullMarked
package org.tandemsync.convert.card;

import org.jspecify.annotations.NullMarked;
