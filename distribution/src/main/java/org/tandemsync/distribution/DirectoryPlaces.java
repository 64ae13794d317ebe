package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.Lenses;
import org.tandemsync.folder.FolderStore;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** Directories of .ics and .vcf files, alone or several in one (the vdir convention). */
record DirectoryPlaces(InstantSource clock) {

  /**
   * The directory if it holds items or nothing, and the directories in it: of one with items those
   * that hold some too.
   */
  List<Place> places(Endpoint.Directory at) {
    Path directory = there(at);
    try {
      List<Path> inside = directories(directory);
      boolean items = !families(directory).isEmpty();
      List<Place> places = new ArrayList<>();
      if (items || inside.isEmpty()) {
        places.add(place(directory));
      }
      for (Path one : inside) {
        if (!items || !families(one).isEmpty()) {
          places.add(place(one));
        }
      }
      return places;
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /**
   * The directory. What is in the folders in it, which may be those of a whole disk, does not
   * matter: nobody may be able to read them.
   */
  Place itself(Endpoint.Directory at) {
    Path directory = there(at);
    try {
      return place(directory);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static Path there(Endpoint.Directory at) {
    Path directory = at.path();
    if (!Files.isDirectory(directory)) {
      throw new StoreException(
          StoreException.Reason.NOT_FOUND,
          "There is no folder "
              + directory
              + ". Next step: make it, or mount the disk that it is on; nothing is concluded from"
              + " its absence.");
    }
    return directory;
  }

  private static Place place(Path directory) throws IOException {
    Set<Family> found = families(directory);
    return new Place(
        new Endpoint.Directory(directory),
        String.valueOf(directory.getFileName()),
        found.isEmpty() ? EnumSet.allOf(Family.class) : found,
        Files.isWritable(directory) ? null : "the folder " + directory + " may not be written",
        "folder:" + directory.toRealPath());
  }

  private static List<Path> directories(Path directory) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry) && !String.valueOf(entry.getFileName()).startsWith(".")) {
          found.add(entry);
        }
      }
    }
    found.sort(null);
    return found;
  }

  // What its files are; .ics may be appointments as well as tasks.
  private static Set<Family> families(Path directory) throws IOException {
    Set<Family> found = EnumSet.noneOf(Family.class);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".ics")) {
          found.addAll(Set.of(Family.EVENTS, Family.TASKS));
        } else if (name.endsWith(".vcf") || name.endsWith(".vlf")) {
          found.add(Family.CONTACTS);
        }
      }
    }
    return found;
  }

  Store<Item> open(Endpoint.Directory at, Family family, LensSettings settings) {
    return FolderStore.open(at.path(), family, Lenses.of(family, settings), clock);
  }

  Place create(Endpoint.Directory within, String name, Family family) {
    places(within); // a disk that is not mounted is no reason to make its folder
    Path directory = within.path().resolve(fileName(name));
    try {
      Files.createDirectories(directory);
      Place made = place(directory);
      return new Place(
          made.endpoint(), made.name(), Set.of(family), made.readOnly(), made.identity());
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /** Makes the directory if the one around it is there. */
  boolean make(Endpoint.Directory missing) {
    Path path = missing.path();
    Path around = path.getParent();
    if (around == null || path.getFileName() == null || Files.exists(path)) {
      return false;
    }
    create(new Endpoint.Directory(around), path.getFileName().toString(), Family.EVENTS);
    return true;
  }

  // "Calendar/Team" and "CON" are no names of directories everywhere.
  private static String fileName(String name) {
    String safe =
        name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip().replaceAll("[. ]+$", "");
    boolean reserved = safe.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    return safe.isEmpty() || safe.startsWith(".") || reserved ? "items-" + safe : safe;
  }

  private static StoreException unreadable(Path directory, IOException e) {
    return new StoreException(
        StoreException.Reason.UNAUTHORIZED,
        "The folder "
            + directory
            + " cannot be used: "
            + e.getMessage()
            + ". Next step: check its rights and the space on its disk.",
        e);
  }
}
