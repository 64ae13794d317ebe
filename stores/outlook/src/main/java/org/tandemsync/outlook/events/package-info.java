/** What Outlook tells of itself: that somebody has changed a folder, or that it ends. */
@NullMarked
package org.tandemsync.outlook.events;

import org.jspecify.annotations.NullMarked;
