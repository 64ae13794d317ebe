/** Tests of the store over Outlook. */
@NullMarked
package org.tandemsync.outlook;

import org.jspecify.annotations.NullMarked;
