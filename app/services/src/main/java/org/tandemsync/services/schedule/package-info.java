/**
 * Runs profiles without being asked: at their intervals, when their folder has changed, and again
 * later when that failed. {@link org.tandemsync.services.schedule.Schedule} decides and knows
 * neither threads nor a clock; {@link org.tandemsync.services.schedule.Service} does it.
 */
@NullMarked
package org.tandemsync.services.schedule;

import org.jspecify.annotations.NullMarked;
