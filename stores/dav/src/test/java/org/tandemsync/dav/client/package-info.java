@NullMarked
package org.tandemsync.dav.client;

import org.jspecify.annotations.NullMarked;
