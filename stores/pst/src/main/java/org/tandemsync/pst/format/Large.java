package org.tandemsync.pst.format;

import java.io.InputStream;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.Span;

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
