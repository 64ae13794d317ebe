/** Accounts, profiles, runs and reports: what the faces show and start. */
@NullMarked
package org.tandemsync.services;

import org.jspecify.annotations.NullMarked;
