/** A year in the life of a person who does not exist, for the demo and for tests over it. */
@NullMarked
package org.tandemsync.testkit.year;

import org.jspecify.annotations.NullMarked;
