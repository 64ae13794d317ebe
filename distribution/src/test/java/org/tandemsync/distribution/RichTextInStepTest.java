package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Formatted texts of Outlook and a server, in step both ways. */
final class RichTextInStepTest {
  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection calendar;
  private DavCollection contacts;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    calendar = server.calendar("alice", "calendar");
    contacts = server.addressBook("alice", "contacts");
    makeFolder("tasks");
    shell =
        new Shell(folder)
            .set("PW", "l00king-glass")
            .sample("demo/rich.pst", "outlook.pst")
            .file("tandem.toml", configuration());
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
    sync();
    assertInStep();
  }

  private void makeFolder(String name) {
    try {
      Files.createDirectory(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String configuration() {
    StringBuilder text =
        new StringBuilder(
            """
            [accounts.home]
            url = "%s"
            user = "alice"
            password = { env = "PW" }
            """
                .formatted(server.url()));
    profile(text, "Calendar", "events", "account = \"home\", collection = \"" + calendar.path());
    profile(text, "Contacts", "contacts", "account = \"home\", collection = \"" + contacts.path());
    profile(text, "Tasks", "tasks", "folder = \"" + folder.resolve("tasks"));
    return text.toString();
  }

  private static void profile(StringBuilder text, String name, String family, String server) {
    text.append(
        """

        [[profiles]]
        name = "%1$s"
        family = "%2$s"
        outlook = { pst = "outlook.pst", folder = "%1$s" }
        server = { %3$s" }
        """
            .formatted(name, family, server));
  }

  private void sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
    assertThat(shell.tandem("doctor", "pst:outlook.pst").out()).contains("no findings");
  }

  private byte[] file() {
    try {
      return Files.readAllBytes(folder.resolve("outlook.pst"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is formatted: a run with nothing to do changes no byte on either side. */
  private void assertInStep() {
    byte[] before = file();
    for (int run = 0; run < 2; run++) {
      server.log().clear();
      Shell.Answer answer = shell.tandem("sync");
      assertThat(answer.out().lines()).as(answer.all()).allMatch(l -> l.contains("nothing to do"));
      assertThat(server.log().writes()).isZero();
    }
    assertThat(file()).isEqualTo(before);
  }

  private static String unfolded(DavCollection collection, String text) {
    return collection.bodies().values().stream()
        .map(b -> b.replace("\r\n ", ""))
        .filter(b -> b.contains(text))
        .findFirst()
        .orElseThrow();
  }

  private static void edit(DavCollection collection, String text, String what, String by) {
    String member =
        collection.bodies().entrySet().stream()
            .filter(e -> e.getValue().contains(text))
            .findFirst()
            .orElseThrow()
            .getKey();
    String body = collection.get(member).orElseThrow().replace("\r\n ", "");
    assertThat(body).containsPattern(what);
    collection.put(member, body.replaceAll(what, by));
  }

  private String items(String name) {
    return shell.tandem("items", "pst:outlook.pst#" + name, "--json").out();
  }

  @Test
  void formattedTextsReachTheServerAndPlainOnesStayPlain() {
    assertThat(unfolded(calendar, "SUMMARY:Party"))
        .contains(
            "X-ALT-DESC;FMTTYPE=text/html:<div><b>Bring</b> <a href='https://cakes.example/",
            "<ul>\\n<li>Sacher</li>\\n<li><i>Linzer</i> for <span style='color:#c00000'>€ 20");
    assertThat(unfolded(calendar, "SUMMARY:Plain")).doesNotContain("X-ALT-DESC");
    assertThat(shell.tandem("items", "folder:tasks", "--json").out()).contains("<td><b>2</b></td>");
    assertThat(unfolded(contacts, "The Queen")).contains("NOTE:Off with their heads");
  }

  /** As programs do that know the plain text only. */
  @Test
  void formattingThatIsDroppedWithoutTheWordsStaysInOutlook() {
    byte[] before = file();
    edit(calendar, "Party", "X-ALT-DESC[^\r]*\r\n", "");
    edit(contacts, "The Queen", "X-TANDEM-NOTE-HTML[^\r]*\r\n", "");
    sync();
    assertThat(file()).isEqualTo(before);
    assertInStep();
    edit(calendar, "Party", "SUMMARY:Party", "SUMMARY:Feast");
    sync();
    assertThat(items("Calendar")).contains("Feast", "<b>Bring</b>");
    assertInStep();
  }

  @Test
  void newWordsReplaceTheFormattedOnes() {
    edit(calendar, "Party", "DESCRIPTION:Bring cake", "DESCRIPTION:Bring pie");
    sync();
    assertThat(items("Calendar")).contains("Bring pie").doesNotContain("<b>Bring</b>");
    assertInStep();
  }

  @Test
  void newFormattedWordsReplaceTheOldOnes() {
    edit(calendar, "Party", "Linzer", "Apple");
    sync();
    assertThat(items("Calendar")).contains("<i>Apple</i>");
    assertInStep();
  }
}
