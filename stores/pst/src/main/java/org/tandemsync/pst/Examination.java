package org.tandemsync.pst;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.pst.check.Finding;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.sync.StoreException;

/**
 * What a check of a whole data file has found.
 *
 * @param extent null if the file is too damaged to tell
 * @param defects what is not as it should be; empty for a sound file
 */
public record Examination(@Nullable Extent extent, List<Defect> defects) {
  public Examination {
    defects = List.copyOf(defects);
  }

  /**
   * How much there is, deleted items included.
   *
   * @param folders those that a user sees
   * @param items of all kinds, also mails
   */
  public record Extent(int folders, long items) {}

  /**
   * Something that is not as it should be.
   *
   * @param subject the part of the file that it is about: "allocation maps"
   * @param harmless whether Outlook itself leaves it so; then it forbids nothing
   * @param where the page, block, node or folder
   * @param what what is wrong, in plain words
   */
  public record Defect(String subject, boolean harmless, String where, String what) {}

  /**
   * Reads and checks the whole file; writes nothing.
   *
   * @throws StoreException if there is no such file, it cannot be read, or it is no data file
   */
  public static Examination of(Path path) {
    PstFile.requireReadable(path);
    List<Defect> defects = ReadTrouble.checked(path, () -> check(path));
    return new Examination(extent(path), defects);
  }

  private static List<Defect> check(Path path) {
    try {
      return PstCheck.run(path).stream().map(Examination::defect).toList();
    } catch (IOException e) {
      throw ReadTrouble.unreadable(path, e);
    }
  }

  private static Defect defect(Finding finding) {
    return new Defect(
        finding.invariant().label(), finding.harmless(), finding.where(), finding.what());
  }

  private static @Nullable Extent extent(Path path) {
    try (PstFile file = PstFile.open(path)) {
      List<PstFolder> folders = file.folders();
      long items = folders.stream().mapToLong(PstFolder::itemCount).sum();
      return new Extent(folders.size(), items);
    } catch (StoreException damaged) {
      return null;
    }
  }
}
