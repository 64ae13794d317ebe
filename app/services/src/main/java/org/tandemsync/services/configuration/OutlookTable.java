package org.tandemsync.services.configuration;

import java.util.Optional;

/** Reads {@code outlook = { ... }} of a profile: a data file, or Outlook on the desktop. */
record OutlookTable(FilePaths paths) {

  Optional<OutlookEndpoint> read(TomlMembers m) {
    if (m.has("desktop")) {
      return desktop(m);
    }
    if (m.has("pst") || m.has("folder")) {
      return dataFile(m);
    }
    m.allow("pst", "folder", "desktop", "start", "custom-forms");
    m.fault("'outlook' has no 'pst' (a data file) and no 'desktop' (the Outlook that runs)");
    return Optional.empty();
  }

  private Optional<OutlookEndpoint> dataFile(TomlMembers m) {
    m.allow("pst", "folder");
    Optional<String> file = m.neededText("pst");
    Optional<String> folder = m.neededText("folder");
    return file.isEmpty() || folder.isEmpty()
        ? Optional.empty()
        : m.text("pst", paths::resolve).map(f -> new OutlookEndpoint.Pst(f, folder.get()));
  }

  private static Optional<OutlookEndpoint> desktop(TomlMembers m) {
    if (m.has("pst")) {
      m.fault("desktop", "'outlook' is either a data file or a folder of the Outlook that runs");
      return Optional.empty();
    }
    m.allow("desktop", "start", "custom-forms");
    OutlookStart start = m.word("start", OutlookStart.WORDS).orElse(OutlookStart.WAIT);
    boolean customForms = m.flag("custom-forms", true);
    return m.text(
        "desktop", folder -> new OutlookEndpoint.Desktop(folder.strip(), start, customForms));
  }

  /** What {@link #read} understands. */
  static String write(OutlookEndpoint outlook) {
    return switch (outlook) {
      case OutlookEndpoint.Pst(var file, String folder) ->
          "{ pst = "
              + AccountText.quoted(file.toString())
              + ", folder = "
              + AccountText.quoted(folder)
              + " }";
      case OutlookEndpoint.Desktop(String folder, OutlookStart start, boolean customForms) ->
          "{ desktop = "
              + AccountText.quoted(folder)
              + (start == OutlookStart.WAIT ? "" : ", start = " + AccountText.quoted(start.label()))
              + (customForms ? "" : ", custom-forms = false")
              + " }";
    };
  }
}
