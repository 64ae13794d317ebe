package org.tandemsync.mapi;

/** A property that has the same id in every file ([MS-OXPROPS]). */
public record PropertyTag(int id) implements PropertyKey {}
