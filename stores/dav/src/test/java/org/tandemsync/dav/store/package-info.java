@NullMarked
package org.tandemsync.dav.store;

import org.jspecify.annotations.NullMarked;
