/**
 * Outlook data files (.pst, and .ost of older Outlook) as stores. {@link
 * org.tandemsync.pst.PstFile} opens a file and lists its folders; {@link
 * org.tandemsync.pst.PstStore} is the store of one folder. Files are read without a lock and never
 * changed.
 */
@NullMarked
package org.tandemsync.pst;

import org.jspecify.annotations.NullMarked;
