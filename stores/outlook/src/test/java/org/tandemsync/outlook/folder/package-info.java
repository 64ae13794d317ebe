@NullMarked
package org.tandemsync.outlook.folder;

import org.jspecify.annotations.NullMarked;
