/** Tests with a Windows that is in memory. */
@org.jspecify.annotations.NullMarked
package org.tandemsync.windows;
