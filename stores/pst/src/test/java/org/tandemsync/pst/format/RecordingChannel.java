package org.tandemsync.pst.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file channel that remembers in which order it was written to and forced. */
public final class RecordingChannel extends FileChannel {
  /** One step: a write, a truncation, or the end of a stretch that is on the disk. */
  public sealed interface Step {
    record Write(long offset, byte[] bytes) implements Step {}

    record Truncate(long size) implements Step {}

    record Force() implements Step {}
  }

  private final FileChannel file;
  private final List<Step> steps = new ArrayList<>();
  private final boolean keeping;
  private int untilFailure = -1;
  private long bytes;
  private long bytesRead;

  private RecordingChannel(FileChannel file, boolean keeping) {
    this.file = file;
    this.keeping = keeping;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Records what goes to {@code file}. */
  public static RecordingChannel over(FileChannel file, boolean keeping) {
    return new RecordingChannel(file, keeping);
  }

  /** Opens a file for writing, without waiting for the disk. */
  static RecordingChannel open(Path path) throws IOException {
    return open(path, true);
  }

  /**
   * @param keeping whether the steps are kept, and not only counted
   */
  static RecordingChannel open(Path path, boolean keeping) throws IOException {
    return new RecordingChannel(
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), keeping);
  }

  /** Forgets the steps so far. */
  public void forget() {
    steps.clear();
    bytes = 0;
  }

  /** Bytes written since {@link #forget}. */
  long bytes() {
    return bytes;
  }

  /** Bytes read so far. */
  public long bytesRead() {
    return bytesRead;
  }

  /** After so many more steps nothing can be written any more; -1 for never. */
  public void failAfter(int more) {
    untilFailure = more;
  }

  private void step() throws IOException {
    if (untilFailure == 0) {
      throw new IOException("No space left on device");
    }
    untilFailure = Math.max(-1, untilFailure - 1);
  }

  @Override
  public int write(ByteBuffer src, long position) throws IOException {
    step();
    this.bytes += src.remaining();
    byte[] bytes = new byte[src.remaining()];
    src.duplicate().get(bytes);
    int written = file.write(src, position);
    if (keeping) {
      steps.add(new Step.Write(position, java.util.Arrays.copyOf(bytes, written)));
    }
    return written;
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    step();
    steps.add(new Step.Truncate(size));
    file.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    step();
    steps.add(new Step.Force()); // no test pulls the plug, so the disk need not be waited for
  }

  @Override
  public int read(ByteBuffer dst, long position) throws IOException {
    bytesRead += dst.remaining();
    return file.read(dst, position);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public int read(ByteBuffer dst) {
    throw unused();
  }

  @Override
  public long read(ByteBuffer[] dsts, int offset, int length) {
    throw unused();
  }

  @Override
  public int write(ByteBuffer src) {
    throw unused();
  }

  @Override
  public long write(ByteBuffer[] srcs, int offset, int length) {
    throw unused();
  }

  @Override
  public long position() {
    throw unused();
  }

  @Override
  public FileChannel position(long newPosition) {
    throw unused();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw unused();
  }

  @Override
  public long transferFrom(ReadableByteChannel src, long position, long count) {
    throw unused();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw unused();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw unused();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("data files are read and written at positions");
  }
}
