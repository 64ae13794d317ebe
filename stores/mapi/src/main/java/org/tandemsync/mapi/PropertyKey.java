package org.tandemsync.mapi;

/** What names a property: its tag, or a name whose id differs from file to file. */
public sealed interface PropertyKey permits PropertyTag, PropertyName {}
