package org.tandemsync.dav.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** A body that ends with an error when it grows too large or takes too long. */
final class BoundedInput extends FilterInputStream {

  /** There is more than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  private final long limit;
  private final long deadlineNanos;
  private long count;

  /**
   * @param deadlineNanos when the body has to be complete, by {@link System#nanoTime}
   */
  BoundedInput(InputStream in, long limit, long deadlineNanos) {
    super(in);
    this.limit = limit;
    this.deadlineNanos = deadlineNanos;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      add(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      add(n);
    }
    return n;
  }

  private void add(int n) throws IOException {
    count += n;
    if (count > limit) {
      throw new TooLarge("the answer is larger than " + limit + " bytes");
    }
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new SocketTimeoutException("the answer took too long");
    }
  }
}
