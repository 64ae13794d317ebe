package org.tandemsync.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A stream of text that remembers why it could not be written: a full disk must not look like
 * success.
 */
public final class Output extends PrintWriter {
  private final Watched stream;

  public Output(OutputStream stream, Charset charset) {
    this(new Watched(new BufferedOutputStream(stream)), charset);
  }

  private Output(Watched stream, Charset charset) {
    super(new OutputStreamWriter(stream, charset), false);
    this.stream = stream;
  }

  /** What went wrong first, or null. Writes out what is waiting. */
  public @Nullable IOException failure() {
    flush();
    return stream.failure;
  }

  /** Whether whoever read this has gone, as {@code head} does when it has seen enough. */
  public boolean readerGone() {
    String message = stream.failure == null ? "" : String.valueOf(stream.failure.getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed");
  }

  /** Remembers the first failure. */
  private static final class Watched extends FilterOutputStream {
    private @Nullable IOException failure;

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw remember(e);
      }
    }

    @Override
    public void write(int b) throws IOException {
      try {
        out.write(b);
      } catch (IOException e) {
        throw remember(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw remember(e);
      }
    }

    private IOException remember(IOException e) {
      failure = failure == null ? e : failure;
      return e;
    }
  }
}
