/** A directory of .ics and .vcf files as a store. */
@NullMarked
package org.tandemsync.folder;

import org.jspecify.annotations.NullMarked;
