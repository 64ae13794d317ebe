/** Tests of what is remembered. */
@NullMarked
package org.tandemsync.state;

import org.jspecify.annotations.NullMarked;
