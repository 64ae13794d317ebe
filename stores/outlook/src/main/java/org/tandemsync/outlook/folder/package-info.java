/**
 * A folder of Outlook, listed and read with few calls: rows of a table in blocks, and many MAPI
 * properties of an item at once. Each call goes to another process and waits for Outlook's window,
 * so calls are what is counted.
 */
@NullMarked
package org.tandemsync.outlook.folder;

import org.jspecify.annotations.NullMarked;
