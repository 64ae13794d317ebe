/**
 * One codec for each type of item: between the properties that Outlook keeps and our items. Knows
 * nothing of files.
 */
@NullMarked
package org.tandemsync.mapi.item;

import org.jspecify.annotations.NullMarked;
