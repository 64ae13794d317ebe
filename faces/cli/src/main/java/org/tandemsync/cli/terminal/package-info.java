/**
 * What a command writes to and asks: a terminal or a pipe, tables that fit, a progress bar,
 * passwords without echo.
 *
 * <p>Texts of servers and data files are not trusted here: control characters never reach a
 * terminal.
 */
@NullMarked
package org.tandemsync.cli.terminal;

import org.jspecify.annotations.NullMarked;
