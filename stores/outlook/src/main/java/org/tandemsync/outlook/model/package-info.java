/**
 * The part of Outlook's object model that we use, one file per object, with Microsoft's names: <a
 * href="https://learn.microsoft.com/office/vba/api/overview/outlook/object-model">Outlook VBA
 * reference</a>. A property {@code Subject} is read by {@code subject()} and written by {@code
 * setSubject}. Thin: a method is one call to Outlook. Whatever stands behind a {@link
 * org.tandemsync.outlook.automation.Dispatch} serves.
 *
 * <p>Every object is a reference that its taker closes. Enumerations have Microsoft's spelling, so
 * that they can be looked up.
 */
@NullMarked
package org.tandemsync.outlook.model;

import org.jspecify.annotations.NullMarked;
