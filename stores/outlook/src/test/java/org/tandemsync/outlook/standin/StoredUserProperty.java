package org.tandemsync.outlook.standin;

import org.tandemsync.outlook.automation.Variant;

/** A custom property of an item. */
record StoredUserProperty(String name, int type, Variant value) {}
