/**
 * The command line: one class per command, over the services and nothing else.
 *
 * <p>{@link org.tandemsync.cli.Tandem} takes the arguments and an {@link
 * org.tandemsync.cli.Invocation}, all that comes from outside; the composition root gives it the
 * services. Nothing here knows a store, a database or the process it runs in, so that tests and the
 * demo run the very same commands.
 */
@NullMarked
package org.tandemsync.cli;

import org.jspecify.annotations.NullMarked;
