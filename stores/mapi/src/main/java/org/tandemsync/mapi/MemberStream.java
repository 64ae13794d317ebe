package org.tandemsync.mapi;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Bytes;

/**
 * PidLidDistributionListStream ([MS-OXOCNTC] 2.2.2.2.4): the members of a list too long for the
 * properties that otherwise hold them.
 *
 * @param build version of the program that wrote it
 * @param flags 1: to be used also when the list is short
 * @param ids the entry id of each member
 * @param oneOffs the one-off entry id of each member, empty where there is none
 */
public record MemberStream(long build, long flags, List<Span> ids, List<Span> oneOffs) {
  /** Major version 3 of the format of business cards, times 10,000. */
  private static final long BUILD = 30_000;

  private static final int VERSION = 1;
  private static final int TOTALS = 12;

  /** Of a list that was short so far. */
  public static final MemberStream NONE = new MemberStream(BUILD, 0, List.of(), List.of());

  /** Parses a stream; no bytes are a stream without members. */
  public static MemberStream parse(Span stream) {
    if (stream.isEmpty()) {
      return NONE;
    }
    List<Span> ids = new ArrayList<>();
    List<Span> oneOffs = new ArrayList<>();
    BlobReader in = new BlobReader(stream);
    in.take(4);
    long build = in.u32();
    long flags = in.u32();
    long count = in.u32();
    in.take(TOTALS);
    if (count > stream.length()) {
      throw new DamagedException("a distribution list cannot have " + count + " members");
    }
    for (long i = 0; i < count; i++) {
      ids.add(Span.of(in.sized().toArray()));
      oneOffs.add(Span.of(in.sized().toArray()));
      in.sized();
    }
    return new MemberStream(build, flags, ids, oneOffs);
  }

  /** The stream with these members instead. */
  public Bytes encode(List<Bytes> newIds, List<Bytes> newOneOffs) {
    BlobWriter out = new BlobWriter();
    out.u16(VERSION);
    out.u16(0);
    out.u32(build);
    out.u32(flags);
    out.u32(newIds.size());
    out.u32(total(newIds));
    out.u32(total(newOneOffs));
    out.u32(0);
    for (int i = 0; i < newIds.size(); i++) {
      out.sized(newIds.get(i));
      out.sized(newOneOffs.get(i));
      out.u32(0);
    }
    out.u32(0);
    out.u32(0);
    return out.bytes();
  }

  private static long total(List<Bytes> parts) {
    return parts.stream().mapToLong(Bytes::length).sum();
  }
}
