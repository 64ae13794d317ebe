package org.tandemsync.distribution;

import java.nio.file.Files;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.pst.FolderMoves;
import org.tandemsync.pst.NewDataFile;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstFolder;
import org.tandemsync.pst.PstStore;
import org.tandemsync.services.Place;
import org.tandemsync.services.Stores;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.Written;

/** The folders of Outlook data files. */
final class PstPlaces {
  private final Surroundings surroundings;

  PstPlaces(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  List<Place> places(Endpoint.Pst at) {
    try (PstFile file = PstFile.open(at.file())) {
      List<PstFolder> folders =
          at.folder().isEmpty() ? file.itemFolders() : List.of(file.folder(at.folder()));
      return folders.stream().map(folder -> place(at, file, folder)).toList();
    }
  }

  private static Place place(Endpoint.Pst at, PstFile file, PstFolder folder) {
    Family family = folder.family().orElseThrow(() -> noItems(at, folder));
    return new Place(
        new Endpoint.Pst(at.file(), folder.path()),
        folder.path(),
        Set.of(family),
        file.refusal().orElse(null),
        "pst:" + file.identity(folder));
  }

  Store<Item> open(Endpoint.Pst at, Family family, ZoneId zone) {
    PstFile file = PstFile.open(at.file());
    try {
      PstFolder folder = file.folder(at.folder());
      return new ClosingStore(
          new PstStore(file, folder, family, surroundings.clock(), zone), file::close);
    } catch (StoreException e) {
      file.close();
      throw e;
    }
  }

  /** Moves items between two folders of one file. */
  List<Written> move(Endpoint.Pst from, Endpoint.Pst to, List<Stores.Moving> items) {
    Map<ItemId, Revision> expected = new LinkedHashMap<>();
    items.forEach(one -> expected.put(one.item(), one.expected()));
    try (PstFile file = PstFile.open(from.file())) {
      return FolderMoves.move(
          file,
          file.folder(from.folder()),
          file.folder(to.folder()),
          expected,
          surroundings.clock().instant());
    }
  }

  MasterCategoryList categories(Endpoint.Pst at) {
    try (PstFile file = PstFile.open(at.file())) {
      return file.categories();
    }
  }

  boolean recolour(Endpoint.Pst at, Map<String, CategoryColor> wanted) {
    try (PstFile file = PstFile.open(at.file())) {
      return file.recolour(wanted, surroundings.clock().instant());
    }
  }

  /** Makes the data file; folders of one that is missing cannot be named yet. */
  boolean make(Endpoint.Pst missing) {
    if (Files.exists(missing.file()) || !missing.folder().isEmpty()) {
      return false;
    }
    NewDataFile.create(missing.file(), surroundings.language(), surroundings.random());
    return true;
  }

  /** Makes a folder below the top, or finds it there. */
  Place create(Endpoint.Pst within, String name, Family family) {
    try (PstFile file = PstFile.open(within.file())) {
      String path = folderPath(name);
      boolean forOthers =
          file.folders().stream()
              .anyMatch(f -> f.path().equals(path) && !f.family().equals(Optional.of(family)));
      String free = forOthers ? path + " (" + family.label() + ")" : path;
      return place(within, file, file.addFolder(free, family));
    }
  }

  // Each part of a path is a folder; none has no name.
  private static String folderPath(String name) {
    String path =
        Stream.of(name.split("/", -1))
            .map(part -> part.replaceAll("\\p{Cntrl}", " ").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    return path.isEmpty() ? "Items" : path;
  }

  private static StoreException noItems(Endpoint.Pst at, PstFolder folder) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "The folder "
            + folder.path()
            + " of "
            + at.file()
            + " holds no appointments, tasks or contacts. Next step: 'tandem items pst:"
            + at.file()
            + "' shows the folders that do.");
  }
}
