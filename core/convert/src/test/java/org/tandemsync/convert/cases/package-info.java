/**
 * The 218 cases of the mapping reference, by its sections and with its numbers. What becomes of
 * each is said in the resource {@code cases/cases.txt}, which {@link
 * org.tandemsync.convert.cases.CaseListTest} holds against the tests.
 */
@NullMarked
package org.tandemsync.convert.cases;

import org.jspecify.annotations.NullMarked;
