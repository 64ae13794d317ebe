/**
 * Open items as messages of MAPI properties, which the codecs read and change: a property comes by
 * PropertyAccessor where it can, by the object model else, and goes back by the object model where
 * that has the property.
 */
@NullMarked
package org.tandemsync.outlook.message;

import org.jspecify.annotations.NullMarked;
