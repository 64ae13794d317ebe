/**
 * Outlook in memory, behind {@link org.tandemsync.outlook.automation.Dispatch}: with the manners of
 * the real one that Microsoft documents, the type library on guard at its border, and every call
 * across that border counted.
 *
 * <p>Where the real one has something that this one has not, it throws an {@link
 * java.lang.UnsupportedOperationException}: that is the stand-in's limit and no answer of Outlook.
 */
@NullMarked
package org.tandemsync.outlook.standin;

import org.jspecify.annotations.NullMarked;
