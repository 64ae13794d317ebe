@NullMarked
package org.tandemsync.testkit.year;

import org.jspecify.annotations.NullMarked;
