/** Outlook's type library, as it is told by definitions made from it. */
@NullMarked
package org.tandemsync.outlook.library;

import org.jspecify.annotations.NullMarked;
