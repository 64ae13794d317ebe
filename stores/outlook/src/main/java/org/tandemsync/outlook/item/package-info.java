/** Items in the words of Outlook's object model. */
@NullMarked
package org.tandemsync.outlook.item;

import org.jspecify.annotations.NullMarked;
