package org.tandemsync.pst;

import java.nio.charset.Charset;
import java.util.Optional;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.DamagedException;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.Layout;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;
import org.tandemsync.pst.format.PropertyContext;

/**
 * The code page of an ANSI file. The file does not say: names of folders are in the code page of
 * the Windows that wrote it, so the language of its first items is taken.
 */
final class AnsiCharset {
  private static final int LOOKED_AT = 20;

  private AnsiCharset() {}

  static Charset of(Database database) {
    if (database.layout() == Layout.UNICODE) {
      return CodePages.WESTERN;
    }
    Search search = new Search(database);
    try {
      database.forEachNode(search::look);
    } catch (Enough found) {
      // the rest of the file tells nothing new
    }
    return search.charset.orElse(CodePages.WESTERN);
  }

  /** Ends a visit of all nodes early. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("", null, false, false);
    }
  }

  private static final class Search {
    private final Database database;
    private int looked;
    private Optional<Charset> charset = Optional.empty();

    Search(Database database) {
      this.database = database;
    }

    void look(NodeEntry entry) {
      if (entry.id().type() != NodeId.MESSAGE) {
        return;
      }
      charset = charset(entry);
      looked++;
      if (charset.isPresent() || looked == LOOKED_AT) {
        throw new Enough();
      }
    }

    private Optional<Charset> charset(NodeEntry entry) {
      try {
        var node = database.node(entry.id()).orElseThrow();
        PropertyBag bag =
            new PropertyBag(
                new PropertyContext(node).properties(), NameMap.NONE, CodePages.WESTERN);
        return CodePages.ofLanguage(bag.integer(Tags.LOCALE, 0));
      } catch (DamagedException tellsNothing) {
        return Optional.empty();
      }
    }
  }
}
