/**
 * Lenses between Outlook's items and the resources of CalDAV and CardDAV servers.
 *
 * <p>A {@link org.tandemsync.convert.ResourceLens} reads a resource as an item and writes an item
 * into a resource, keeping of the previous resource every byte that does not change. One small
 * class per property holds both directions; a list composes them. Two laws are tested over all
 * fixtures: reading back what was written gives the same item, and writing an unedited item changes
 * no byte.
 */
@NullMarked
package org.tandemsync.convert;

import org.jspecify.annotations.NullMarked;
