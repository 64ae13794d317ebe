package org.tandemsync.pst.check;

import org.tandemsync.pst.format.Header;

/**
 * The header against the length of the file. Its magics and checksums were checked by parsing it.
 */
final class HeaderCheck {
  private HeaderCheck() {}

  static void run(RawFile file, Findings findings) {
    Header h = file.header();
    long length = file.length();
    findings.expect(
        h.end() == length,
        Invariant.HEADER,
        "header",
        "says that the file ends at %d, but it ends at %d",
        h.end(),
        length);
    long maps = (h.end() - RawFile.FIRST_MAP) / RawFile.MAP_SPACING;
    findings.expect(
        maps >= 1 && h.end() == RawFile.FIRST_MAP + maps * RawFile.MAP_SPACING,
        Invariant.HEADER,
        "header",
        "names a length (%d) that no data file has",
        h.end());
    findings.expect(
        h.lastMap() == RawFile.FIRST_MAP + (maps - 1) * RawFile.MAP_SPACING,
        Invariant.HEADER,
        "header",
        "looks for the last allocation map at %d",
        h.lastMap());
    findings.expect(
        h.mapsValid() != 0,
        Invariant.HEADER,
        "header",
        "says that the allocation maps are not valid: the last program that wrote to the file did"
            + " not finish");
  }
}
