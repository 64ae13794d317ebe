/** Look-ups for planning: who is free when, who and which rooms there are. */
@NullMarked
package org.tandemsync.dav.scheduling;

import org.jspecify.annotations.NullMarked;
