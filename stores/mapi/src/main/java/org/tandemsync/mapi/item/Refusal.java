package org.tandemsync.mapi.item;

/**
 * Why Outlook cannot hold an item as it is wanted. Nothing of it is written.
 *
 * @param reason in plain words, with the name of the item and what to do
 */
public record Refusal(String reason) {}
