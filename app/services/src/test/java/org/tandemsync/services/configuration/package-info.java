/** Tests. */
@NullMarked
package org.tandemsync.services.configuration;

import org.jspecify.annotations.NullMarked;
