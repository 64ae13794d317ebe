package org.tandemsync.items;

/**
 * A file or link attached to an item.
 *
 * @param name file name, may be empty for a link
 * @param contentType media type, may be empty
 * @param content the bytes, empty for a link
 * @param uri where it is, empty for a file
 */
public record Attachment(String name, String contentType, Bytes content, String uri) {}
