/** Tests. */
@NullMarked
package org.tandemsync.outlook.events;

import org.jspecify.annotations.NullMarked;
