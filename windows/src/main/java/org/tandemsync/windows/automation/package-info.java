/**
 * Objects of other programs of Windows, asked by name: OLE Automation over JNA. Layouts are those
 * of [MS-OAUT] and oaidl.h, in 32 and 64 bits; what they say in memory is tested on every system,
 * the calls of Windows themselves only run there. In 64 bits Windows has one calling convention,
 * and Java 25 has no other Windows (JEP 503).
 */
@NullMarked
package org.tandemsync.windows.automation;

import org.jspecify.annotations.NullMarked;
