/**
 * What Outlook keeps in properties: tags and names, typed values with their code pages, entry ids,
 * and the binary structures of [MS-OXOCAL], [MS-OXCDATA], [MS-OXOCNTC] and [MS-OXRTFCP]. Knows
 * nothing of files, so that the codecs also work on items from elsewhere.
 */
@NullMarked
package org.tandemsync.mapi;

import org.jspecify.annotations.NullMarked;
