package org.tandemsync.mapi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A value that need not be read before it is asked for. */
public interface DataSource {

  long size();

  /** All of it, if it is not more than {@code most} bytes. */
  Span all(int most);

  /** The bytes one after another. */
  InputStream stream();

  static DataSource of(Span span) {
    return new Small(span);
  }

  /** A value that is in memory. */
  record Small(Span span) implements DataSource {
    @Override
    public long size() {
      return span.length();
    }

    @Override
    public Span all(int most) {
      if (span.length() > most) {
        throw new DamagedException("a value of " + span.length() + " bytes is too large");
      }
      return span;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(span.toArray());
    }
  }
}
