@NullMarked
package org.tandemsync.folder;

import org.jspecify.annotations.NullMarked;
