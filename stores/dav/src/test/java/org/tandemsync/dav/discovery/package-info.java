@NullMarked
package org.tandemsync.dav.discovery;

import org.jspecify.annotations.NullMarked;
