/** Tests of what is set up outside of Tandem's home folder. */
@NullMarked
package org.tandemsync.services.desktop;

import org.jspecify.annotations.NullMarked;
