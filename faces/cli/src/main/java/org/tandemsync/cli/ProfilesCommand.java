package org.tandemsync.cli;

import java.time.ZoneId;
import java.util.List;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.Family;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.OptionGroup;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;

/** {@code tandem profiles}. */
@Command(
    name = "profiles",
    description = "List the stored profiles: what they connect, and how.",
    footer = {"", "Examples:", "  tandem profiles", "  tandem profiles --json"})
final class ProfilesCommand extends TandemSubcommand {

  @Override
  ExitStatus run(Session session) {
    List<Profile> profiles = session.application().profiles().configuration().profiles();
    if (session.json()) {
      profiles.forEach(profile -> session.print(json(profile)));
      return ExitStatus.DONE;
    }
    if (profiles.isEmpty()) {
      session.say("No profile is configured. Next step: tandem apply -f FILE");
    }
    try (Table table =
        new Table(
            session.terminal(), "", "profile", "outlook", "server", "mode", "conflicts", "every")) {
      for (Profile profile : profiles) {
        table.row(
            profile.name() + (profile.active() ? "" : " (not active)"),
            Sides.outlook(profile),
            Sides.server(profile),
            Sides.mode(profile.policy()),
            Sides.conflicts(profile.policy()),
            Sides.every(profile.every()));
      }
    }
    return ExitStatus.DONE;
  }

  static JsonLine json(Profile profile) {
    JsonLine line = new JsonLine().text("profile", profile.name()).flag("active", profile.active());
    Family family = profile.family();
    if (family != null) {
      line.text("family", family.label());
    }
    line.object("outlook", outlook(profile.outlook()))
        .object("server", server(profile.server()))
        .text("mode", Sides.direction(profile.policy()))
        .text("extra", Sides.extra(profile.policy()))
        .text("conflicts", Sides.conflicts(profile.policy()))
        .text("every", Sides.every(profile.every()))
        .texts("exclude", profile.exclude());
    for (OptionGroup group : profile.options().groups()) {
      if (!group.unusual().isEmpty()) {
        line.values(group.name(), group.unusual());
      }
    }
    ZoneId zone = profile.timeZone();
    return zone == null ? line : line.text("time-zone", zone.getId());
  }

  private static JsonLine outlook(OutlookEndpoint outlook) {
    return switch (outlook) {
      case OutlookEndpoint.Pst pst ->
          new JsonLine().text("pst", pst.file().toString()).text("folder", pst.folder());
      case OutlookEndpoint.Desktop desktop ->
          new JsonLine()
              .text("desktop", desktop.folder())
              .text("start", desktop.start().label())
              .flag("custom-forms", desktop.customForms());
    };
  }

  private static JsonLine server(ServerEndpoint server) {
    return switch (server) {
      case ServerEndpoint.Collection at ->
          new JsonLine().text("account", at.account()).text("collection", at.collection());
      case ServerEndpoint.Directory directory ->
          new JsonLine().text("folder", directory.path().toString());
    };
  }
}
