@NullMarked
package org.tandemsync.convert.text;

import org.jspecify.annotations.NullMarked;
