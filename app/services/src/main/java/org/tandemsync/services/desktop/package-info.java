/**
 * What Tandem sets up outside of its own home folder, for one person at one machine: its start when
 * they log on, and options of Outlook. What others have put in these places is left alone.
 */
@NullMarked
package org.tandemsync.services.desktop;

import org.jspecify.annotations.NullMarked;
