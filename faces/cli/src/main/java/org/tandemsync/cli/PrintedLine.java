package org.tandemsync.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first line that a program prints. A thread of its own reads it: a program may end and leave
 * one behind that keeps its output open (gpg its agent), and nobody is to wait for that.
 */
final class PrintedLine {
  private static final Logger LOG = LoggerFactory.getLogger(PrintedLine.class);
  private static final int LONGEST = 64 * 1024;

  /** What the program itself has printed is in the pipe when it ends. */
  private static final long SECONDS_BEHIND = 1;

  private final byte[] bytes = new byte[LONGEST];
  private final CountDownLatch end = new CountDownLatch(1);
  private int length;

  private PrintedLine() {}

  /** Begins to read; closes {@code out} at its end. */
  static PrintedLine of(InputStream out) {
    PrintedLine printed = new PrintedLine();
    // not a virtual one: reading a pipe would keep one of the few threads that carry these
    Thread.ofPlatform().daemon().name("printed").start(() -> printed.read(out));
    return printed;
  }

  private void read(InputStream out) {
    byte[] more = new byte[4096];
    try (out) {
      for (int n = out.read(more); n >= 0 && add(more, n); ) {
        n = out.read(more);
      }
    } catch (IOException broken) {
      // what has come counts
    } finally {
      Arrays.fill(more, (byte) 0);
      end.countDown();
    }
  }

  /** Whether there is room for more. */
  private synchronized boolean add(byte[] more, int count) {
    int taken = Math.min(count, LONGEST - length);
    System.arraycopy(more, 0, bytes, length, taken);
    length += taken;
    return length < LONGEST;
  }

  /** Once, after the program has ended: it is forgotten then. */
  String text() throws InterruptedException {
    boolean closed = end.await(SECONDS_BEHIND, TimeUnit.SECONDS);
    LOG.debug("its output is {}", closed ? "closed" : "still open to another program");
    synchronized (this) {
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      Arrays.fill(bytes, (byte) 0);
      return text.lines().findFirst().orElse("");
    }
  }
}
