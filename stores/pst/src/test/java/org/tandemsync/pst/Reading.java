package org.tandemsync.pst;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.Listing;

/** Reads all that a file holds, as a user would. */
final class Reading {
  private Reading() {}

  static List<Found<Item>> everything(Path path) {
    try (PstFile file = PstFile.open(path)) {
      List<Found<Item>> found = new ArrayList<>();
      for (PstFolder folder : file.folders()) {
        if (folder.deleted()) {
          continue;
        }
        Family family = folder.family().orElse(Family.EVENTS);
        try (PstStore store = Samples.store(file, folder, family)) {
          found.addAll(store.read(store.list(null).rows().stream().map(Listing.Row::id).toList()));
        }
      }
      return found;
    }
  }

  static List<Item> items(Path path) {
    return everything(path).stream().map(f -> ((Found.Present<Item>) f).replica().item()).toList();
  }
}
