/** When profiles run by themselves. */
@NullMarked
package org.tandemsync.services.schedule;

import org.jspecify.annotations.NullMarked;
