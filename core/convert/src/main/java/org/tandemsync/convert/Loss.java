package org.tandemsync.convert;

/**
 * Something of a resource that the item cannot hold. The resource keeps it.
 *
 * @param code stable name of the kind of loss, in kebab case: "rule-not-representable"
 * @param field the field of the item it concerns
 * @param detail in plain words
 */
public record Loss(String code, String field, String detail) {}
