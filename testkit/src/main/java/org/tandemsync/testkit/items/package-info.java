/**
 * Generated items for property tests: every field of every type, with the texts, times and lists
 * that go wrong in practice.
 */
@NullMarked
package org.tandemsync.testkit.items;

import org.jspecify.annotations.NullMarked;
