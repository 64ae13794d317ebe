/** Tests. */
@NullMarked
package org.tandemsync.services;

import org.jspecify.annotations.NullMarked;
