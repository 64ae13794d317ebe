@NullMarked
package org.tandemsync.outlook.automation;

import org.jspecify.annotations.NullMarked;
