/** What Windows does for its user, by its own calls. Nothing of this is loaded elsewhere. */
@NullMarked
package org.tandemsync.windows;

import org.jspecify.annotations.NullMarked;
