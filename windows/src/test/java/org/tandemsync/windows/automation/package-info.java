/** Layouts in memory, and an object made of callbacks in the place of Windows' own. */
@NullMarked
package org.tandemsync.windows.automation;

import org.jspecify.annotations.NullMarked;
