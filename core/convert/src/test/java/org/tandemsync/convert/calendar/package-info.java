@NullMarked
package org.tandemsync.convert.calendar;

import org.jspecify.annotations.NullMarked;
