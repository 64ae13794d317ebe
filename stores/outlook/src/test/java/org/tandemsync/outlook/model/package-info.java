@NullMarked
package org.tandemsync.outlook.model;

import org.jspecify.annotations.NullMarked;
