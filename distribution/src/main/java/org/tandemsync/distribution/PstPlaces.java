package org.tandemsync.distribution;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.pst.PstFile;
import org.tandemsync.pst.PstFolder;
import org.tandemsync.pst.PstStore;
import org.tandemsync.services.Place;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;

/** The folders of Outlook data files. */
final class PstPlaces {
  private final InstantSource clock;

  PstPlaces(InstantSource clock) {
    this.clock = clock;
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
      return new ClosingStore(new PstStore(file, folder, family, clock, zone), file::close);
    } catch (StoreException e) {
      file.close();
      throw e;
    }
  }

  static StoreException readOnly(Endpoint.Pst at) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        at.file()
            + " is an Outlook data file and is only read. Next step: copy to a server (dav:URL) or"
            + " a folder (folder:DIR), or make the folder in Outlook.");
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
