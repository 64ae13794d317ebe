package org.tandemsync.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.CollectionColors;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tandem colors}. */
@Command(
    name = "colors",
    description = {
      "Compare the colour of a profile's collection and its category, and bring one across.",
      "Outlook has 25 colours, the nearest is taken."
    },
    footer = {
      "",
      "The category is that of the profile's filter, categories = { only = [\"...\"] }.",
      "",
      "Examples:",
      "  tandem colors Work                     (shows both)",
      "  tandem colors Work --from server       (the category gets the collection's colour)",
      "  tandem colors Work --from outlook      (the collection gets the category's colour)",
      "  tandem colors Work --from server --category Office"
    })
final class ColorsCommand extends TandemSubcommand {

  /** Whose colour is taken. */
  enum Source {
    SERVER,
    OUTLOOK
  }

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private ProfileSelection selection;

  @Option(
      names = "--from",
      paramLabel = "SIDE",
      description = "Take the colour of this side: server or outlook. Else nothing is changed.")
  private @Nullable Source from;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "Outlook's category (else the one of the profile's filter).")
  private @Nullable String category;

  @Override
  ExitStatus run(Session session) {
    List<Profile> profiles = selection.of(session);
    Source source = from;
    if (source != null && profiles.size() > 1) {
      throw new CannotRun("Of which profile? Next step: name one of them.");
    }
    CollectionColors colors = session.application().colors();
    if (source == null) {
      show(profiles, colors, session);
      return ExitStatus.DONE;
    }
    Profile profile = profiles.getFirst();
    CollectionColors.Pair now =
        switch (source) {
          case SERVER -> colors.fromServer(profile, category);
          case OUTLOOK -> colors.fromOutlook(profile, category);
        };
    if (session.json()) {
      session.print(json(profile, now).flag("changed", now.changed()));
    } else {
      session.say(told(source, now));
    }
    return ExitStatus.DONE;
  }

  private static String told(Source source, CollectionColors.Pair now) {
    String category =
        "The category '" + now.category() + "' is " + ColorArgument.label(now.outlook());
    String collection = "'" + now.collection() + "' is " + now.color() + " on the server";
    String which = source == Source.SERVER ? category : collection;
    return which + (now.changed() ? " now." : " already.");
  }

  private void show(List<Profile> profiles, CollectionColors colors, Session session) {
    if (session.json()) {
      profiles.forEach(p -> session.print(json(p, colors.look(p, category))));
      return;
    }
    try (Table table =
        new Table(
            session.terminal(),
            "",
            "profile",
            "collection",
            "color",
            "nearest in outlook",
            "category",
            "its color")) {
      for (Profile profile : profiles) {
        CollectionColors.Pair pair = colors.look(profile, category);
        table.row(
            profile.name(),
            pair.collection(),
            pair.color(),
            label(pair.nearest()),
            pair.category(),
            label(pair.outlook()));
      }
    }
  }

  private static String label(CategoryColor color) {
    return color == CategoryColor.NONE ? "" : ColorArgument.label(color);
  }

  private static JsonLine json(Profile profile, CollectionColors.Pair pair) {
    return new JsonLine()
        .text("profile", profile.name())
        .text("collection", pair.collection())
        .text("color", pair.color())
        .text("nearest", ColorArgument.label(pair.nearest()))
        .text("category", pair.category())
        .text("category-color", ColorArgument.label(pair.outlook()));
  }
}
