/**
 * The documented JSON of items: what {@code tandem items --json} prints and what the ledger keeps.
 *
 * <p>One description per type holds both directions. Names are in kebab case and are those of the
 * fields in plans and reports; what is empty or has its default is left out, and what is left out
 * is read as its default, so that older texts stay readable.
 */
@NullMarked
package org.tandemsync.services.json;

import org.jspecify.annotations.NullMarked;
