/** The composition root: the one place that knows every module. */
@NullMarked
package org.tandemsync.distribution;

import org.jspecify.annotations.NullMarked;
