package org.tandemsync.mapi;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Bytes;

/**
 * AppointmentRecurrencePattern ([MS-OXOCAL] 2.2.1.44.5): the pattern, the times of day, and the
 * changed occurrences.
 *
 * @param startOffset minutes from midnight to the start
 * @param endOffset minutes from midnight to the end; may exceed a day
 * @param reserved1 ReservedBlock1
 * @param reserved2 ReservedBlock2
 */
public record AppointmentRecurrenceBlob(
    RecurrenceBlob pattern,
    long readerVersion,
    long writerVersion,
    long startOffset,
    long endOffset,
    List<ExceptionBlob> exceptions,
    Bytes reserved1,
    Bytes reserved2) {

  public static final int READER_VERSION = 0x3006;
  public static final int WRITER_VERSION = 0x3009;

  public AppointmentRecurrenceBlob {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Parses a blob; bytes behind it are ignored.
   *
   * @param ansi the code page of the 8-bit texts that stand beside the UTF-16 ones
   */
  public static AppointmentRecurrenceBlob parse(Span bytes, Charset ansi) {
    BlobReader in = new BlobReader(bytes);
    RecurrenceBlob pattern = RecurrenceBlob.read(in);
    long reader = in.u32();
    long writer = in.u32();
    long start = in.u32();
    long end = in.u32();
    int count = in.u16();
    if (count > in.left() / 14) {
      throw new DamagedException("the recurrence cannot have " + count + " exceptions");
    }
    List<ExceptionBlob> exceptions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      exceptions.add(ExceptionBlob.read(in, ansi));
    }
    Bytes reserved1 = in.left() < 4 ? Bytes.EMPTY : in.sized();
    for (int i = 0; i < count && in.left() > 0; i++) {
      exceptions.set(i, exceptions.get(i).readExtended(in, writer >= WRITER_VERSION));
    }
    Bytes reserved2 = in.left() < 4 ? Bytes.EMPTY : in.sized();
    return new AppointmentRecurrenceBlob(
        pattern, reader, writer, start, end, exceptions, reserved1, reserved2);
  }

  /** The bytes that {@link #parse} reads. */
  public Bytes encode(Charset ansi) {
    BlobWriter out = new BlobWriter();
    pattern.write(out);
    out.u32(readerVersion);
    out.u32(writerVersion);
    out.u32(startOffset);
    out.u32(endOffset);
    out.u16(exceptions.size());
    exceptions.forEach(e -> e.write(out, ansi));
    out.sized(reserved1);
    exceptions.forEach(e -> e.writeExtended(out, writerVersion >= WRITER_VERSION));
    out.sized(reserved2);
    return out.bytes();
  }
}
