/**
 * What a user configures: accounts and profiles as values, and the TOML file that names them.
 *
 * <p>No secret is ever part of these values; a {@link
 * org.tandemsync.services.configuration.SecretSource} only says where one is kept.
 */
@NullMarked
package org.tandemsync.services.configuration;

import org.jspecify.annotations.NullMarked;
