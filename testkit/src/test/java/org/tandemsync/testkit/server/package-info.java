@NullMarked
package org.tandemsync.testkit.server;

import org.jspecify.annotations.NullMarked;
