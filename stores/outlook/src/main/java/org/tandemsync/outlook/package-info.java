/** Folders of Outlook on the desktop as stores. */
@NullMarked
package org.tandemsync.outlook;

import org.jspecify.annotations.NullMarked;
