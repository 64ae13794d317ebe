/** Tests. */
@NullMarked
package org.tandemsync.services.json;

import org.jspecify.annotations.NullMarked;
