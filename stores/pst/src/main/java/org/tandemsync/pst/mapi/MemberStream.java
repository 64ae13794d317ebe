package org.tandemsync.pst.mapi;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Span;

/**
 * PidLidDistributionListStream ([MS-OXOCNTC] 2.2.2.2.4): the members of a list too long for the
 * properties that otherwise hold them.
 *
 * @param ids the entry id of each member
 * @param oneOffs the one-off entry id of each member, empty where there is none
 */
public record MemberStream(List<Span> ids, List<Span> oneOffs) {
  private static final int HEADER = 12;

  /** Parses a stream; no bytes are a stream without members. */
  public static MemberStream parse(Span stream) {
    List<Span> ids = new ArrayList<>();
    List<Span> oneOffs = new ArrayList<>();
    if (!stream.isEmpty()) {
      BlobReader in = new BlobReader(stream);
      in.take(HEADER);
      long count = in.u32();
      in.take(HEADER);
      if (count > stream.length()) {
        throw new DamagedException("a distribution list cannot have " + count + " members");
      }
      for (long i = 0; i < count; i++) {
        ids.add(Span.of(in.sized().toArray()));
        oneOffs.add(Span.of(in.sized().toArray()));
        in.sized();
      }
    }
    return new MemberStream(ids, oneOffs);
  }
}
