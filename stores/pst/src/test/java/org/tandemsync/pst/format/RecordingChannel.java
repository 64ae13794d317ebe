package org.tandemsync.pst.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** A file channel that remembers in which order it was written to and forced. */
final class RecordingChannel extends FileChannel {
  /** One step: a write, a truncation, or the end of a stretch that is on the disk. */
  sealed interface Step {
    record Write(long offset, byte[] bytes) implements Step {}

    record Truncate(long size) implements Step {}

    record Force() implements Step {}
  }

  private final FileChannel file;
  private final List<Step> steps = new ArrayList<>();

  RecordingChannel(FileChannel file) {
    this.file = file;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  @Override
  public int write(ByteBuffer src, long position) throws IOException {
    byte[] bytes = new byte[src.remaining()];
    src.duplicate().get(bytes);
    int written = file.write(src, position);
    steps.add(new Step.Write(position, java.util.Arrays.copyOf(bytes, written)));
    return written;
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    steps.add(new Step.Truncate(size));
    file.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    steps.add(new Step.Force());
    file.force(metaData);
  }

  @Override
  public int read(ByteBuffer dst, long position) throws IOException {
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
