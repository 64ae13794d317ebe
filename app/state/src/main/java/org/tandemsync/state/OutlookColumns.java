package org.tandemsync.state;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.OutlookStart;

/** The Outlook side of a profile as its row has it; what a kind does not have is as usual. */
record OutlookColumns(String kind, String place, String folder, String start, boolean customForms) {

  static OutlookColumns of(OutlookEndpoint outlook) {
    return switch (outlook) {
      case OutlookEndpoint.Pst(Path file, String folder) ->
          new OutlookColumns("pst", file.toString(), folder, OutlookStart.WAIT.label(), true);
      case OutlookEndpoint.Desktop(String folder, OutlookStart start, boolean customForms) ->
          new OutlookColumns("desktop", "", folder, start.label(), customForms);
    };
  }

  static OutlookColumns read(ResultSet r) throws SQLException {
    return new OutlookColumns(
        r.getString("outlook_kind"),
        r.getString("outlook_place"),
        r.getString("outlook_folder"),
        r.getString("outlook_start"),
        r.getBoolean("outlook_custom_forms"));
  }

  OutlookEndpoint endpoint() throws SQLException {
    return switch (kind) {
      case "pst" -> new OutlookEndpoint.Pst(Path.of(place), folder);
      case "desktop" -> new OutlookEndpoint.Desktop(folder, start(start), customForms);
      default -> throw new SQLException("unknown kind of Outlook folder: " + kind);
    };
  }

  private static OutlookStart start(String label) throws SQLException {
    return Arrays.stream(OutlookStart.values())
        .filter(s -> s.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new SQLException("unknown way to have Outlook: " + label));
  }
}
