package org.tandemsync.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Color;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.items.Field;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ShownValue;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Conflicts;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.OpenConflict;
import org.tandemsync.services.ShellWord;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.json.JsonLine;
import org.tandemsync.sync.Merged;
import org.tandemsync.sync.Side;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem conflicts}. */
@Command(
    name = "conflicts",
    description = {
      "List conflicts that wait for a decision (conflicts = \"ask\"), field by field, and decide.",
      "The next sync carries a decision out; --both makes the second item on the server at once,"
          + " and the next sync settles the first. If somebody has changed such a field on either"
          + " side until then, it is void, and you are asked again."
    },
    footer = {
      "",
      "Examples:",
      "  tandem conflicts                                    all that wait",
      "  tandem conflicts \"board meeting\" --outlook          Outlook's values count",
      "  tandem conflicts 4f1c --field location=server --field body=outlook",
      "  tandem conflicts 4f1c --both                        the server's becomes a second item"
    })
final class ConflictsCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "ITEM",
      arity = "0..1",
      description = "The beginning of its id as listed, or a part of its title.")
  private @Nullable String item;

  @Option(names = "--profile", paramLabel = "NAME", description = "Only items of this profile.")
  private @Nullable String profile;

  @ArgGroup(exclusive = true)
  private @Nullable Choice choice;

  @Option(
      names = "--password-stdin",
      description = "Passwords that would be asked for come on standard input, one a line.")
  private boolean passwordsFromStandardInput;

  /** What is decided. */
  static final class Choice {
    @Option(names = "--outlook", required = true, description = "Outlook's values count.")
    private boolean outlook;

    @Option(names = "--server", required = true, description = "The server's values count.")
    private boolean server;

    @Option(
        names = "--field",
        required = true,
        paramLabel = "NAME=SIDE",
        description = "Whose value of this field counts: outlook or server.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
        names = "--both",
        required = true,
        description = "Keep both: what the server holds becomes a second item there, at once.")
    private boolean both;
  }

  private record Named(Profile profile, OpenConflict conflict) {}

  @Override
  ExitStatus run(Session session) {
    session.passwordsFromStandardInput(passwordsFromStandardInput);
    Conflicts conflicts = session.application().conflicts();
    List<Named> all = new ArrayList<>();
    for (Profile each : profiles(session)) {
      conflicts.open(each).forEach(conflict -> all.add(new Named(each, conflict)));
    }
    Choice decided = choice;
    if (decided == null) {
      return list(item == null ? all : matching(all, item), session);
    }
    if (item == null) {
      throw new CannotRun(
          "Name the item that is decided about. Next step: 'tandem conflicts' lists them.");
    }
    return decide(one(matching(all, item), item), decided, conflicts, session);
  }

  private List<Profile> profiles(Session session) {
    Configuration configuration = session.application().profiles().configuration();
    String wanted = profile;
    return wanted == null
        ? configuration.profiles()
        : List.of(
            configuration
                .profile(wanted)
                .orElseThrow(() -> ProfileSelection.unknown(wanted, configuration)));
  }

  private static List<Named> matching(List<Named> all, String item) {
    String wanted = item.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(
            one ->
                one.conflict.link().id().value().startsWith(wanted)
                    || one.conflict.title().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private static Named one(List<Named> found, String item) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new CannotRun(
        found.isEmpty()
            ? "No open conflict has an id or title with '"
                + item
                + "'. Nothing was decided. Next step: 'tandem conflicts' lists them."
            : found.size()
                + " open conflicts fit '"
                + item
                + "': "
                + found.stream()
                    .map(one -> one.conflict.link().id().value() + " " + named(one, found))
                    .collect(Collectors.joining(", "))
                + ". Nothing was decided. Next step: name one by its id.");
  }

  private static String named(Named one, List<Named> all) {
    String title = ActionRows.titled(one.conflict.title());
    return isRepeated(one, all) ? title + " (" + Summary.of(one.conflict.left()) + ")" : title;
  }

  private static ExitStatus decide(Named one, Choice choice, Conflicts conflicts, Session session) {
    OpenConflict conflict = one.conflict;
    if (choice.both) {
      long run = conflicts.keepBoth(one.profile, conflict);
      tell(one, "both are kept (run " + run + " made a second item on the server)", session);
      return ExitStatus.DONE;
    }
    Map<String, Side> choices = new LinkedHashMap<>();
    if (choice.fields.isEmpty()) {
      Side side = choice.outlook ? Side.LEFT : Side.RIGHT;
      conflict.clashes().forEach(clash -> choices.put(clash.field(), side));
    } else {
      choice.fields.forEach((field, side) -> choices.put(field(conflict, field), side(side)));
    }
    conflicts.decide(one.profile, conflict, choices);
    tell(
        one,
        choices.entrySet().stream()
            .map(entry -> entry.getKey() + " as in " + entry.getValue().label())
            .collect(Collectors.joining(", ")),
        session);
    return ExitStatus.DONE;
  }

  private static String field(OpenConflict conflict, String name) {
    List<String> names = conflict.clashes().stream().map(Merged.FieldClash::field).toList();
    if (!names.contains(name)) {
      throw new CannotRun(
          "'"
              + name
              + "' is none of the fields in conflict ("
              + String.join(", ", names)
              + "). Nothing was decided.");
    }
    return name;
  }

  private static Side side(String word) {
    for (Side side : Side.values()) {
      if (side.label().equals(word)) {
        return side;
      }
    }
    throw new CannotRun(
        "'" + word + "' is no side. Nothing was decided. Next step: say outlook or server.");
  }

  private static void tell(Named one, String what, Session session) {
    if (session.json()) {
      session.print(
          new JsonLine()
              .text("profile", one.profile.name())
              .text("id", one.conflict.link().id().value())
              .text("title", one.conflict.title())
              .text("decided", what));
    } else {
      session.say(
          "'"
              + ActionRows.titled(one.conflict.title())
              + "': "
              + what
              + ". Next step: tandem sync "
              + ShellWord.profile(one.profile));
    }
  }

  // ---- listing ----

  private static ExitStatus list(List<Named> all, Session session) {
    for (Named one : all) {
      if (session.json()) {
        session.print(json(one));
      } else {
        show(one, all, session);
      }
    }
    if (all.isEmpty() && !session.json()) {
      session.say("No conflict waits for a decision.");
    }
    return all.stream().allMatch(one -> one.conflict.isDecided())
        ? ExitStatus.DONE
        : ExitStatus.ATTENTION;
  }

  /** Whether the title does not say which item it is. */
  private static boolean isRepeated(Named one, List<Named> all) {
    return all.stream().filter(other -> other.conflict.title().equals(one.conflict.title())).count()
        > 1;
  }

  private static void show(Named one, List<Named> all, Session session) {
    OpenConflict conflict = one.conflict;
    session.say(
        Color.TITLE,
        conflict.link().id().value()
            + "  "
            + one.profile.name()
            + ": "
            + named(one, all)
            + ", since "
            + Times.shown(conflict.at(), session));
    try (Table table =
        new Table(session.terminal(), "  ", "field", "outlook", "server", "before", "decided")) {
      for (Merged.FieldClash clash : conflict.clashes()) {
        table.row(
            Color.CHANGE,
            clash.field(),
            clash.left(),
            clash.right(),
            before(conflict.base(), clash.field()),
            decided(conflict, clash));
      }
    }
  }

  private static String decided(OpenConflict conflict, Merged.FieldClash clash) {
    Side side = conflict.decided().get(clash.field());
    return side == null ? "no" : side.label();
  }

  private static String before(@Nullable Item base, String name) {
    if (base == null) {
      return "";
    }
    for (Field<?, ?, ?> field : Fields.of(base.type()).all()) {
      if (field.name().equals(name)) {
        return ShownValue.of(field.of(base));
      }
    }
    return "";
  }

  private static JsonLine json(Named one) {
    OpenConflict conflict = one.conflict;
    return new JsonLine()
        .text("profile", one.profile.name())
        .text("id", conflict.link().id().value())
        .text("title", conflict.title())
        .text("outlook-id", conflict.link().left().id().value())
        .text("server-id", conflict.link().right().id().value())
        .text("at", conflict.at().toString())
        .objects(
            "fields",
            conflict.clashes().stream()
                .map(
                    clash ->
                        new JsonLine()
                            .text("field", clash.field())
                            .text("outlook", clash.left())
                            .text("server", clash.right())
                            .text("before", before(conflict.base(), clash.field()))
                            .text(
                                "decided",
                                conflict.decided().containsKey(clash.field())
                                    ? decided(conflict, clash)
                                    : ""))
                .toList());
  }
}
