/**
 * OLE Automation ([MS-OAUT]) as far as Outlook needs it: values, dates, errors, and objects that
 * are asked by name. Knows nothing of Outlook, and nothing of how a call reaches it.
 */
@NullMarked
package org.tandemsync.outlook.automation;

import org.jspecify.annotations.NullMarked;
