/** Messages made by hand, and those of .msg files: for the tests of all that use the codecs. */
@NullMarked
package org.tandemsync.mapi.sample;

import org.jspecify.annotations.NullMarked;
