/**
 * A directory of .ics and .vcf files, one item in each, as a {@link org.tandemsync.sync.Store} (the
 * vdir convention). Files are replaced as a whole or not at all.
 */
@NullMarked
package org.tandemsync.folder;

import org.jspecify.annotations.NullMarked;
