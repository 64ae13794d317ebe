@NullMarked
package org.tandemsync.outlook.item;

import org.jspecify.annotations.NullMarked;
