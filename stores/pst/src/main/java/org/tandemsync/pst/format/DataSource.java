package org.tandemsync.pst.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** A value that is not read before it is asked for. */
public sealed interface DataSource permits DataSource.Small, DataSource.Large, Reference {

  long size();

  /** All of it, if it is not more than {@code most} bytes. */
  Span all(int most);

  /** The bytes one after another. */
  InputStream stream();

  /** The subnode that holds the value, if it is not in the heap of its object. */
  default Optional<NodeId> subnode() {
    return Optional.empty();
  }

  static DataSource of(Span span) {
    return new Small(span);
  }

  static DataSource of(DataTree tree) {
    return new Large(tree);
  }

  /** A value of a heap, or of fixed size. */
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

  /** A value in a subnode. */
  record Large(DataTree tree) implements DataSource {
    @Override
    public long size() {
      return tree.size();
    }

    @Override
    public Span all(int most) {
      return tree.all(most);
    }

    @Override
    public InputStream stream() {
      return tree.stream();
    }
  }
}
