package org.tandemsync.pst.mapi;

import java.util.ArrayList;
import java.util.List;
import org.tandemsync.pst.format.DamagedException;
import org.tandemsync.pst.format.Span;

/** The names of the fields that a user has added to an item (PidLidPropertyDefinitionStream). */
public final class UserFields {
  private static final int WITH_SKIP_BLOCKS = 0x0103;

  private UserFields() {}

  /** The names; none if the stream cannot be understood, since it only describes. */
  public static List<String> names(Span stream) {
    List<String> names = new ArrayList<>();
    if (stream.isEmpty()) {
      return names;
    }
    try {
      BlobReader in = new BlobReader(stream);
      int version = in.u16();
      long count = in.u32();
      for (long i = 0; i < count && in.left() > 0; i++) {
        in.take(10);
        names.add(in.wideText());
        for (int text = 0; text < 5; text++) {
          in.take(shortLength(in));
        }
        in.take(4);
        if (version >= WITH_SKIP_BLOCKS) {
          while (in.sized().length() > 0) {
            // blocks of newer versions, ended by an empty one
          }
        }
      }
      return names;
    } catch (DamagedException notUnderstood) {
      return List.of();
    }
  }

  /** One byte, or 0xFF and two bytes. */
  private static int shortLength(BlobReader in) {
    int length = in.take(1).u8(0);
    return length == 0xFF ? in.u16() : length;
  }
}
