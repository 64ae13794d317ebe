@NullMarked
package org.tandemsync.convert.zone;

import org.jspecify.annotations.NullMarked;
