package org.tandemsync.services.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Family;
import org.tandemsync.items.PrivacyMask;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.sync.Policy;

class ConfigurationFileTest {
  private static final Path HOME = Path.of("/home/alice").toAbsolutePath();
  private static final Path FILE = Path.of("/etc/tandem/my.toml").toAbsolutePath();

  private static final String DESIGN =
      """
      [accounts.office]
      url = "https://dav.example.org/"
      user = "alice@example.org"
      password = { env = "OFFICE_PASSWORD" }

      [[profiles]]
      name = "Work"
      outlook = { pst = "~/Documents/outlook.pst", folder = "Calendar" }
      server = { account = "office", collection = "/dav/alice/work/" }
      mode = "two-way"
      conflicts = "merge"
      every = "15m"
      """;

  private static Configuration parse(String text) {
    return ConfigurationFile.parse(FILE, text, HOME);
  }

  @Test
  void readsTheExample() {
    Configuration configuration = parse(DESIGN);
    assertThat(configuration.accounts())
        .containsExactly(
            new Account(
                "office",
                URI.create("https://dav.example.org/"),
                new Access("alice@example.org", new SecretSource.Environment("OFFICE_PASSWORD"))));
    Profile work = configuration.profile("Work").orElseThrow();
    assertThat(work)
        .isEqualTo(
            new Profile(
                "Work",
                true,
                null,
                new OutlookEndpoint.Pst(HOME.resolve("Documents/outlook.pst"), "Calendar"),
                new ServerEndpoint.Collection("office", "/dav/alice/work/"),
                Policy.TWO_WAY,
                Duration.ofMinutes(15),
                Set.of(),
                null,
                Set.of(),
                Options.USUAL));
    assertThat(configuration.right(work))
        .isEqualTo(
            new Endpoint.Dav(
                URI.create("https://dav.example.org/dav/alice/work/"),
                configuration.accounts().getFirst().access()));
  }

  @Test
  void readsOutlookOnTheDesktopAndWritesItAgain() {
    Configuration configuration =
        parse(
            """
            [[profiles]]
            name = "Usual"
            outlook = { desktop = " calendar of bob@example.org " }
            server = { folder = "a" }
            [[profiles]]
            name = "Hidden"
            outlook = { desktop = 'Mailbox\\Tasks', start = "hidden", custom-forms = false }
            server = { folder = "b" }
            """);
    assertThat(configuration.profiles().stream().map(Profile::outlook))
        .containsExactly(
            new OutlookEndpoint.Desktop("calendar of bob@example.org"),
            new OutlookEndpoint.Desktop("Mailbox\\Tasks", OutlookStart.HIDDEN, false));
    assertThat(configuration.left(configuration.profiles().getLast()))
        .isEqualTo(new Endpoint.Desktop("Mailbox\\Tasks", OutlookStart.HIDDEN, false));
    assertThat(parse(ConfigurationFile.write(configuration))).isEqualTo(configuration);
  }

  @Test
  void readsEveryOptionAndWritesItAgain() {
    Configuration configuration =
        parse(
            """
            [accounts."a b.c"]
            url = "http://localhost:8080/x"
            [accounts.f]
            url = "https://bob@h/"
            password = { file = "secret.txt" }
            [accounts.p]
            url = "https://h/"
            user = 'b\\"ob'
            password = { prompt = true }
            [[profiles]]
            name = "Ä \\"1\\""
            active = false
            family = "tasks"
            outlook = { pst = "x.pst", folder = "Aufgaben/Ä" }
            server = { folder = "~" }
            mode = "server-to-outlook"
            extra = "delete"
            every = "manual"
            guard = { deletions = 0, percent = 100, emptied = false }
            exclude = ["body", "reminder"]
            time-zone = "Europe/Vienna"
            own-addresses = ["A@b.c"]
            body = { html = false }
            privacy = { public-as-default = true }
            tasks = { dates = "floating", reminders = "fixed", deferred = "open" }
            attachments = { limit-kb = 0 }
            custom-properties = { pairs = { "My Room" = "x-room", Cost = "X-C-1" } }
            reminders = { which = "upcoming" }
            categories = { only = ["Work, hard", "Team"], also-without = true, leaving = "delete" }
            [[profiles]]
            name = "2"
            outlook = { pst = "x.pst", folder = "C" }
            server = { account = "f", collection = "https://h/c/" }
            conflicts = "ask"
            every = "36h"
            [profiles.meetings]
            people = false
            invitations = "nobody"
            sogo-notifications = false
            on-behalf-of = "Team@x.example"
            [profiles.privacy]
            private-as-confidential = true
            public-as-private = true
            public-as-default = true
            hide = ["private", "confidential"]
            title = "Busy: {busy-status}"
            hidden-fields = ["body", "attendees"]
            [profiles.categories]
            except = ["Home"]
            colors = true
            [profiles.contacts]
            birthdays = false
            anniversaries = false
            photos = "none"
            file-as = "keep-outlooks"
            phone-numbers = "brackets"
            first-email = "work"
            im-service = "Jabber"
            im-format = "impp"
            vcard = "4.0"
            [profiles.lists]
            active = false
            format = "sogo"
            [[profiles]]
            name = "3"
            outlook = { pst = "x.pst", folder = "D" }
            server = { account = "f", collection = "https://h/d/" }
            times = { zone = "Europe/Vienna", names = "windows", history = true }
            range = { days-back = 0, days-ahead = 365 }
            serve = { sync-on-start = false, sync-after-send-receive = true, quiet-seconds = 300 }
            """);
    Profile first = configuration.profiles().getFirst();
    assertThat(first.active()).isFalse();
    assertThat(first.family()).isEqualTo(Family.TASKS);
    assertThat(first.outlook())
        .isEqualTo(new OutlookEndpoint.Pst(FILE.resolveSibling("x.pst"), "Aufgaben/Ä"));
    assertThat(first.server()).isEqualTo(new ServerEndpoint.Directory(HOME));
    assertThat(first.policy())
        .isEqualTo(
            new Policy(
                Policy.Direction.RIGHT_TO_LEFT,
                Policy.Extra.DELETE,
                Policy.Conflicts.MERGE,
                new Policy.Guard(0, 100, false)));
    assertThat(first.every()).isNull();
    assertThat(first.exclude()).containsExactly("body", "reminder");
    assertThat(first.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(first.ownAddresses()).containsExactly("a@b.c");
    assertThat(configuration.account("f").orElseThrow().access())
        .isEqualTo(
            new Access("bob", new SecretSource.SecretFile(FILE.resolveSibling("secret.txt"))));
    assertThat(first.options().attachments().limit()).isZero();
    assertThat(first.options().body()).isEqualTo(new BodyOptions(false));
    assertThat(first.options().privacy().publicAsDefault()).isTrue();
    assertThat(first.options().tasks()).isEqualTo(new TaskOptions(true, true, true));
    assertThat(first.options().customProperties())
        .isEqualTo(new CustomPropertyOptions(Map.of("My Room", "X-ROOM", "Cost", "X-C-1")));
    assertThat(first.options().reminders())
        .isEqualTo(new ReminderOptions(ReminderOptions.Which.UPCOMING));
    assertThat(first.options().categories())
        .isEqualTo(
            new CategoryOptions(
                new CategoryFilter(List.of("Work, hard", "Team"), true, false), true, false));
    assertThat(configuration.profiles().get(1).options().categories())
        .isEqualTo(
            new CategoryOptions(new CategoryFilter(List.of("Home"), false, true), false, true));
    assertThat(configuration.profiles().get(1).options().privacy())
        .isEqualTo(
            new PrivacyOptions(
                true,
                false,
                true,
                true,
                new PrivacyMask(
                    Set.of(Sensitivity.PRIVATE, Sensitivity.CONFIDENTIAL),
                    "Busy: {busy-status}",
                    Set.of("body", "attendees"))));
    assertThat(configuration.profiles().get(1).options().meetings())
        .isEqualTo(
            new MeetingOptions(false, MeetingOptions.Invitations.NOBODY, false, "team@x.example"));
    assertThat(parse(DESIGN).profiles().getFirst().options()).isEqualTo(Options.USUAL);
    assertThat(configuration.profiles().get(1).options().contacts())
        .isEqualTo(
            new ContactOptions(
                false,
                false,
                ContactOptions.Photos.NONE,
                ContactOptions.FileAs.KEEP_OUTLOOKS,
                ContactOptions.PhoneNumbers.BRACKETS,
                ContactOptions.FirstEmail.WORK,
                "Jabber",
                ContactOptions.ImFormat.IMPP,
                ContactOptions.VCardVersion.V4));
    assertThat(configuration.profiles().get(1).options().lists())
        .isEqualTo(new ListOptions(false, ListOptions.Format.SOGO));
    assertThat(configuration.profiles().get(1).every()).isEqualTo(Duration.ofHours(36));
    assertThat(configuration.profiles().get(2).options().times())
        .isEqualTo(new TimeOptions("Europe/Vienna", "windows", true));

    assertThat(configuration.profiles().get(2).options().serve())
        .isEqualTo(new ServeOptions(false, true, 300));
    assertThat(configuration.profiles().get(2).options().range())
        .isEqualTo(new RangeOptions(0, 365));

    String written = ConfigurationFile.write(configuration);
    assertThat(ConfigurationFile.parse(Path.of("/elsewhere/x.toml"), written, Path.of("/root")))
        .isEqualTo(configuration);
    assertThat(ConfigurationFile.write(parse(written))).isEqualTo(written);
  }

  @Test
  void theAddressesOfAnAccountAreThoseOfItsProfiles() {
    String own = "own-addresses = [\"Alice@Example.org\"]\n";
    Configuration configuration = parse(DESIGN.replace("\n\n[[", "\n" + own + "\n[["));
    Profile work = configuration.profile("Work").orElseThrow();
    assertThat(work.ownAddresses()).isEmpty();
    assertThat(configuration.ownAddresses(work)).containsExactly("alice@example.org");
    assertThat(parse(ConfigurationFile.write(configuration))).isEqualTo(configuration);
  }

  @Test
  void anEmptyFileIsAnEmptyConfiguration() {
    assertThat(parse("")).isEqualTo(Configuration.EMPTY);
    assertThat(parse(ConfigurationFile.write(Configuration.EMPTY))).isEqualTo(Configuration.EMPTY);
  }

  /** A line of the example, what it is replaced by, and the fault: line:column: message. */
  record Row(String line, String by, String fault) {}

  private static Row row(String line, String by, String fault) {
    return new Row(line, by, fault);
  }

  static List<Row> faults() {
    return List.of(
        row("mode = \"two-way\"", "mode = two-way", "10:8: Unexpected"),
        row("name = \"Work\"", "name = \"Work\"\nname = \"x\"", "8:1: name previously defined"),
        row(
            "mode = \"two-way\"",
            "mode = \"towway\"",
            "10:1: 'mode' is 'towway'; allowed: two-way, outlook-to-server, server-to-outlook; did"
                + " you mean 'two-way'?"),
        row(
            "conflicts = \"merge\"",
            "conflict = \"merge\"",
            "11:1: unknown key 'conflict' in profile 'Work'; allowed: name, active, family,"
                + " outlook, server, mode, extra, conflicts, guard, every, exclude, time-zone,"
                + " own-addresses, "
                + String.join(", ", Options.NAMES)
                + "; did you mean 'conflicts'?"),
        row(
            "conflicts = \"merge\"",
            "conflicts = true",
            "11:1: 'conflicts' of profile 'Work' has to be a text in quotes"),
        row(
            "every = \"15m\"",
            "every = \"15 minutes\"",
            "12:1: every: '15 minutes' is no interval; allowed: manual, or a number with m, h or d:"
                + " 15m, 2h, 1d"),
        row("every = \"15m\"", "every = \"0m\"", "12:1: every: '0m' is no interval"),
        row(
            "every = \"15m\"",
            "extra = \"keep\"",
            "12:1: 'extra' says what a one-way profile does"),
        row(
            "mode = \"two-way\"",
            "mode = \"outlook-to-server\"",
            "11:1: in a one-way profile the source wins: leave 'conflicts' out"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { pst = \"~/Documents/outlook.pst\", foldr = \"Calendar\" }",
            "8:46: unknown key 'foldr' in 'outlook'; allowed: pst, folder; did you mean 'folder'?"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { pst = \"~/Documents/outlook.pst\" }",
            "8:1: 'outlook' has no 'folder'"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { dekstop = \"Mailbox/Calendar\" }",
            "8:13: unknown key 'dekstop' in 'outlook'; allowed: pst, folder, desktop, start,"
                + " custom-forms; did you mean 'desktop'?"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { desktop = \"calendar\", folder = \"Team\" }",
            "8:35: unknown key 'folder' in 'outlook'; allowed: desktop, start, custom-forms"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { desktop = \"calendar\", pst = \"x.pst\" }",
            "8:13: 'outlook' is either a data file or a folder of the Outlook that runs"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { desktop = \" / \" }",
            "8:13: desktop: a profile names one folder of Outlook"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { desktop = \"calendar\", start = \"hiden\" }",
            "8:35: 'start' is 'hiden'; allowed: wait, hidden; did you mean 'hidden'?"),
        row(
            "outlook = { pst = \"~/Documents/outlook.pst\", folder = \"Calendar\" }",
            "outlook = { pst = \"C:\\Users\\a.pst\", folder = \"Calendar\" }",
            "(a backslash is doubled in"),
        row(
            "server = { account = \"office\", collection = \"/dav/alice/work/\" }",
            "server = { account = \"ofice\", collection = \"/dav/alice/work/\" }",
            "9:12: there is no account 'ofice'; allowed: office; did you mean 'office'?"),
        row(
            "server = { account = \"office\", collection = \"/dav/alice/work/\" }",
            "server = { account = \"office\", collection = \"https://evil.example/\" }",
            "9:32: collection: the collection is at evil.example, but account 'office' is at"
                + " dav.example.org"),
        row(
            "server = { account = \"office\", collection = \"/dav/alice/work/\" }",
            "server = { account = \"office\", collection = \"/my calendar/\" }",
            "9:32: collection: '/my calendar/' is no path of a collection (a blank is written"
                + " %20)"),
        row(
            "server = { account = \"office\", collection = \"/dav/alice/work/\" }",
            "server = { account = \"office\", folder = \"x\" }",
            "9:32: 'server' is either a folder or a collection of an account"),
        row("name = \"Work\"", "", "6:1: the profile has no 'name'"),
        row("name = \"Work\"", "name = \" \"", "7:1: 'name' of the profile is empty"),
        row("url = \"https://dav.example.org/\"", "", "1:1: account 'office' has no 'url'"),
        row(
            "url = \"https://dav.example.org/\"",
            "url = \"dav.example.org\"",
            "2:1: url: 'dav.example.org' is no address of a server"),
        row(
            "url = \"https://dav.example.org/\"",
            "url = \"https://a:geheim@dav.example.org/\"",
            "2:1: url: a password does not belong in an address"),
        row(
            "password = { env = \"OFFICE_PASSWORD\" }",
            "password = \"geheim\"",
            "4:1: a password does not belong in this file; say where it is kept"),
        row(
            "password = { env = \"OFFICE_PASSWORD\" }",
            "password = { keyring = \"geheim\" }",
            "4:14: unknown key 'keyring' in password; allowed: env, file, prompt"),
        row(
            "user = \"alice@example.org\"",
            "",
            "4:1: account 'office' has a password but no 'user'"),
        row(
            "every = \"15m\"",
            "exclude = [\"bodi\"]",
            "12:12: 'exclude': 'bodi' is no field that can be left out; allowed: "),
        row("every = \"15m\"", "exclude = [\"timing\"]", "12:12: 'exclude': 'timing' is no field"),
        row(
            "every = \"15m\"",
            "guard = { percent = 101 }",
            "12:11: 'percent' is 101; allowed: 0 to 100"),
        row(
            "every = \"15m\"",
            "time-zone = \"Europe/Wien\"",
            "12:1: time-zone: 'Europe/Wien' is no time zone such as Europe/Vienna"),
        row(
            "every = \"15m\"",
            "attachments = { limit = 5 }",
            "12:17: unknown key 'limit' in 'attachments'; allowed: limit-kb"),
        row(
            "every = \"15m\"",
            "meetings = { invitations = \"me\" }",
            "12:14: 'invitations' is 'me'; allowed: outlook, server, nobody"),
        row(
            "every = \"15m\"",
            "meetings = { on-behalf-of = \"the team\" }",
            "12:14: on-behalf-of: 'the team' is no mail address"),
        row(
            "every = \"15m\"",
            "tasks = { dates = \"floating\" }\nfamily = \"events\"",
            "12:1: 'tasks' is for tasks, and the profile keeps events in step"),
        row(
            "every = \"15m\"",
            "custom-properties = { pairs = { Room = \"ROOM\" } }",
            "12:33: Room: 'ROOM' is no name such as X-ROOM"),
        row(
            "every = \"15m\"",
            "custom-properties = { pairs = { Room = \"X-ALT-DESC\" } }",
            "12:33: Room: 'X-ALT-DESC' has a meaning of its own already"),
        row(
            "every = \"15m\"",
            "custom-properties = { pairs = { Room = \"X-R\", Place = \"x-r\" } }",
            "'Place' and 'X-R' are in one pair only"),
        row(
            "every = \"15m\"",
            "family = \"contacts\"\nattachments = { limit-kb = 5 }",
            "13:1: 'attachments' is for events and tasks, and the profile keeps contacts in step"),
        row(
            "every = \"15m\"",
            "range = { days-back = -1 }",
            "12:11: 'days-back' is -1; allowed: 0 to 36525"),
        row(
            "every = \"15m\"",
            "reminders = { which = \"some\" }",
            "12:15: 'which' is 'some'; allowed: all, upcoming, none"),
        row(
            "every = \"15m\"",
            "privacy = { hide = [\"secret\"] }",
            "12:21: 'hide': 'secret'; allowed: normal, personal, private, confidential"),
        row(
            "every = \"15m\"",
            "privacy = { hide = [\"private\"], title = \"{subject}\" }",
            "'{subject}' is not known; allowed: {sensitivity}, {busy-status}"),
        row(
            "every = \"15m\"",
            "privacy = { title = \"x\" }",
            "12:13: 'title' is for what 'hide' names: say what is hidden"),
        row(
            "every = \"15m\"",
            "categories = { only = [\"a\"], except = [\"b\"] }",
            "'only' and 'except' exclude each other: keep one"),
        row(
            "every = \"15m\"",
            "categories = { leaving = \"delete\" }",
            "'leaving' is for items that leave 'only' or 'except': name categories"),
        row(
            "every = \"15m\"",
            "contacts = { first-email = \"office\" }",
            "12:14: 'first-email' is 'office'; allowed: home, work"),
        row(
            "every = \"15m\"",
            "contacts = { im-service = \"Yaho\" }",
            "12:14: 'im-service' is 'Yaho'; allowed: AIM, Facebook, GaduGadu, GoogleTalk, ICQ,"
                + " Jabber, MSN, QQ, SIP, Skype, Yahoo; did you mean 'Yahoo'?"),
        row(
            "every = \"15m\"",
            "lists = { format = \"sogo\" }\nfamily = \"tasks\"",
            "12:1: 'lists' is for contacts, and the profile keeps tasks in step"),
        row(
            "every = \"15m\"",
            "times = { zone = \"UTZ\", names = \"win\" }",
            "12:11: zone: 'UTZ' is no time zone such as Europe/Vienna; did you mean 'UTC'?"),
        row(
            "every = \"15m\"",
            "times = { names = \"win\" }",
            "12:11: 'names' is 'win'; allowed: iana, windows"),
        row("[[profiles]]", "[profiles]", "6:1: 'profiles' of the configuration has to be a list"),
        row(
            "every = \"15m\"",
            DESIGN.substring(DESIGN.indexOf("[[profiles]]")),
            "13:1: another profile has the name 'Work' already"),
        row(
            "[accounts.office]",
            "[account.office]",
            "1:1: unknown key 'account' in the configuration"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongAndWhere(Row row) {
    assertThat(DESIGN).contains(row.line());
    String text = DESIGN.replace(row.line(), row.by());
    InvalidConfiguration e = catchThrowableOfType(InvalidConfiguration.class, () -> parse(text));
    assertThat(e).as(text).isNotNull();
    assertThat(e.faults())
        .extracting(InvalidConfiguration.Fault::toString)
        .anySatisfy(f -> assertThat(f).startsWith(FILE + ":").contains(row.fault()));
    assertThat(e).hasMessageNotContaining("geheim");
  }

  @Test
  void saysEverythingAtOnce() {
    assertThatThrownBy(() -> parse(DESIGN.replace("two-way", "x").replace("merge", "y")))
        .hasMessageContaining("my.toml:10:1: 'mode'")
        .hasMessageContaining("my.toml:11:1: 'conflicts'");
  }
}
