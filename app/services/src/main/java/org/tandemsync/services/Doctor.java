package org.tandemsync.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.services.configuration.Endpoint;

/** Checks whether an Outlook data file is sound. */
public interface Doctor {

  /**
   * Reads the whole file and writes nothing.
   *
   * @param file its folder does not matter
   * @throws org.tandemsync.sync.StoreException if there is no such file, or it is none
   */
  Diagnosis examine(Endpoint.Pst file);

  /**
   * What was found.
   *
   * @param extent null if the file is too damaged to tell
   * @param findings in the order in which things were checked
   */
  record Diagnosis(@Nullable Extent extent, List<Finding> findings) {
    public Diagnosis {
      findings = List.copyOf(findings);
    }

    /** What is wrong. A file with such findings is read, never written. */
    public List<Finding> harmful() {
      return findings.stream().filter(f -> !f.harmless()).toList();
    }

    /** What Outlook itself leaves so. */
    public List<Finding> harmless() {
      return findings.stream().filter(Finding::harmless).toList();
    }

    public ExitStatus exitStatus() {
      return harmful().isEmpty() ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }
  }

  /** How many folders and items of all kinds there are, deleted ones included. */
  record Extent(int folders, long items) {}

  /**
   * Something that is not as it should be.
   *
   * @param subject the part of the file that it is about
   * @param harmless whether Outlook itself leaves it so; then it forbids nothing
   * @param where the place within the file
   * @param what what is wrong, in plain words
   */
  record Finding(String subject, boolean harmless, String where, String what) {}
}
