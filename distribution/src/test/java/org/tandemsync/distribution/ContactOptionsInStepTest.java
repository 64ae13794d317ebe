package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Options for contacts, and lists with their members, in whole runs with a data file. */
final class ContactOptionsInStepTest {
  private static final String ANN =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:outlooks-ann
      FN:Ann Alto
      N:Alto;Ann;;;
      EMAIL;TYPE=HOME:ann@home.example
      EMAIL;TYPE=WORK:ann@work.example
      TEL;TYPE=CELL:+1 23 45678
      X-JABBER:ann@jabber.example
      BDAY:1980-05-01
      PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ==
      END:VCARD
      """;
  private static final String CHOIR =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:choir
      FN:Choir
      X-ADDRESSBOOKSERVER-KIND:group
      X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:outlooks-ann
      X-ADDRESSBOOKSERVER-MEMBER;CN=Gus:mailto:gus@y.example
      END:VCARD
      """;

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection book;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedDavServer.start().addUser("alice", "l00king-glass");
    book = server.addressBook("alice", "book");
    Files.createDirectories(folder.resolve("before"));
    shell =
        new Shell(folder)
            .set("PW", "l00king-glass")
            .file("before/ann.vcf", ANN.replace("\n", "\r\n"))
            .file("before/choir.vcf", CHOIR.replace("\n", "\r\n"))
            .file("tandem.toml", "");
    options("");
    Shell.Answer made = shell.tandem("copy", "folder:before", "pst:outlook.pst");
    assertThat(made.status()).as(made.all()).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void options(String lines) {
    new OneProfile(shell, server, "Contacts", book).apply(lines);
  }

  private void sync() {
    Shell.Answer answer = shell.tandem("sync");
    assertThat(answer.status()).as(answer.all()).isZero();
  }

  private void assertIdle() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("outlook.pst"));
    server.log().clear();
    sync();
    assertThat(server.log().writes()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("outlook.pst"))).isEqualTo(before);
  }

  private String member(String uid) {
    return book.names().stream()
        .filter(name -> book.get(name).orElseThrow().contains("\r\nUID:" + uid + "\r\n"))
        .findFirst()
        .orElseThrow();
  }

  private String card(String uid) {
    return book.get(member(uid)).orElseThrow().replace("\r\n ", "");
  }

  private void editCard(String uid, String from, String to) {
    String name = member(uid);
    String body = book.get(name).orElseThrow();
    assertThat(body).contains(from);
    book.put(name, body.replace(from, to));
  }

  private String inOutlook() {
    return shell.tandem("items", "pst:outlook.pst#Contacts", "--json").out();
  }

  /** Ann's addresses in Outlook, in order. */
  private List<String> mails() {
    String ann =
        inOutlook().lines().filter(l -> l.contains("\"contact\"")).findFirst().orElseThrow();
    String part = ann.substring(ann.indexOf("\"emails\""));
    return part.indexOf("ann@home") < part.indexOf("ann@work")
        ? List.of("home", "work")
        : List.of("work", "home");
  }

  @Test
  void anOptionThatMakesNoDifferenceToWhatIsThereWritesNothing() throws IOException {
    sync();
    sync();
    for (String option :
        List.of(
            "contacts = { birthdays = false, anniversaries = false, photos = \"none\" }",
            "contacts = { photos = \"keep-outlooks\", file-as = \"keep-outlooks\" }",
            "contacts = { phone-numbers = \"brackets\", im-format = \"impp\", vcard = \"4.0\" }",
            "lists = { format = \"vcard4\" }",
            "")) {
      options(option);
      assertIdle();
    }
  }

  @Test
  void theAddressOfWorkComesFirst() throws IOException {
    sync();
    assertThat(mails()).containsExactly("home", "work");
    String before = card("outlooks-ann");
    for (String first : List.of("work", "home")) {
      options("contacts = { first-email = \"" + first + "\" }");
      server.log().clear();
      sync();
      assertThat(mails().getFirst()).isEqualTo(first);
      assertThat(server.log().writes()).isZero();
      assertThat(card("outlooks-ann")).isEqualTo(before);
      assertIdle();
    }
  }

  @Test
  void anotherUsualServiceOfMessagesKeepsTheMeaning() throws IOException {
    sync();
    assertThat(inOutlook()).contains("\"Jabber: ann@jabber.example\"");
    options("contacts = { im-service = \"Jabber\" }");
    server.log().clear();
    sync();
    assertThat(inOutlook()).contains("\"ann@jabber.example\"");
    assertThat(server.log().writes()).isZero();
    assertIdle();
  }

  @Test
  void newContactsAreWrittenAsTheOptionsSay() throws IOException {
    options(
        """
        contacts = { birthdays = false, photos = "none", vcard = "4.0" }
        lists = { format = "vcard4" }
        """);
    sync();
    assertThat(card("outlooks-ann"))
        .contains("VERSION:4.0", "IMPP")
        .doesNotContain("BDAY", "PHOTO");
    assertThat(card("choir")).contains("VERSION:4.0", "KIND:group", "\r\nMEMBER;");
    editCard("outlooks-ann", "FN:Ann Alto", "FN:Ann A\r\nBDAY:19990101");
    sync();
    assertThat(inOutlook()).contains("1980-05-01", "Ann A\"").doesNotContain("1999-01-01");
    assertIdle();
    assertThat(card("outlooks-ann")).contains("BDAY:19990101");
  }

  /** More contacts than a batch, and a list that comes before all of them. */
  @Test
  void aListPointsAtContactsThatComeInTheSameRun() throws IOException {
    StringBuilder list =
        new StringBuilder(
            "BEGIN:VCARD\r\n"
                + "VERSION:3.0\r\n"
                + "UID:all\r\n"
                + "FN:All\r\n"
                + "X-ADDRESSBOOKSERVER-KIND:group\r\n");
    for (int i = 0; i < 201; i++) {
      list.append("X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:m").append(i).append("\r\n");
    }
    book.put("all.vcf", list + "END:VCARD\r\n");
    for (int i = 0; i < 201; i++) {
      book.put("m" + i + ".vcf", Cards.card("m" + i, ""));
    }
    options("");
    sync();
    String all =
        shell
            .tandem("items", "pst:outlook.pst#Contacts", "--json")
            .out()
            .lines()
            .filter(l -> l.contains("\"name\":\"All\""))
            .findFirst()
            .orElseThrow();
    assertThat(all.split("\"uid\":\"m\\d", -1)).hasSize(202);
    assertIdle();
  }

  @Test
  void outlooksPictureStaysThere() throws IOException {
    options("contacts = { photos = \"keep-outlooks\" }");
    sync();
    String card = card("outlooks-ann");
    assertThat(card).contains("/9j/4AAQSkZJRgABAQ==");
    String before = inOutlook();
    editCard("outlooks-ann", "/9j/4AAQSkZJRgABAQ==", "/9j/");
    sync();
    assertThat(inOutlook()).isEqualTo(before);
    assertThat(card("outlooks-ann")).contains(":/9j/\r\n");
    assertIdle();
  }

  @Test
  void numbersComeWithBracketsAndStayAsTheyAreOnTheServer() throws IOException {
    options("contacts = { phone-numbers = \"brackets\" }");
    sync();
    editCard("outlooks-ann", "+1 23 45678", "+43 1 999");
    sync();
    assertThat(inOutlook()).contains("+43 (1) 999");
    assertThat(card("outlooks-ann")).contains(":+43 1 999");
    assertIdle();
  }

  @Test
  void listsAreLeftAlone() throws IOException {
    options("lists = { active = false }");
    sync();
    assertThat(book.names()).hasSize(1);
    book.put("other.vcf", CHOIR.replace("\n", "\r\n").replaceAll("choir|Choir", "other"));
    sync();
    assertThat(inOutlook()).doesNotContain("other");
    assertIdle();

    options("");
    sync();
    assertThat(card("choir")).contains("X-ADDRESSBOOKSERVER-KIND:group");
    assertThat(inOutlook()).contains("other");
    options("lists = { active = false }");
    book.delete(member("choir"));
    editCard("other", "FN:other", "FN:changed");
    sync();
    assertThat(inOutlook()).contains("Choir").doesNotContain("changed");
    assertIdle();
    options("");
    sync();
    assertThat(inOutlook()).contains("changed").doesNotContain("Choir");
    assertIdle();
  }

  /** The server has Ann already, under another UID and a name that is not her UID. */
  @Test
  void membersAreTheContactsOfEachSide() throws IOException {
    book.put(
        "odd.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:servers-ann\r\nFN:Ann Alto\r\nN:Alto;Ann;;;\r\n"
            + "EMAIL;TYPE=HOME:ann@home.example\r\nEMAIL;TYPE=WORK:ann@work.example\r\n"
            + "END:VCARD\r\n");
    sync();
    assertThat(book.names()).hasSize(2);
    assertThat(card("choir").toLowerCase(Locale.ROOT))
        .contains("urn:uuid:servers-ann\r\n", "cn=gus:mailto:gus@y.example")
        .doesNotContain("outlooks-ann");
    sync();
    assertIdle();

    // a phone adds Bob, and knows members by UID only
    book.put(
        "bob.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bob-1\r\nFN:Bob Bass\r\nN:Bass;Bob;;;\r\n"
            + "EMAIL:bob@x.example\r\nEND:VCARD\r\n");
    editCard("choir", "END:VCARD", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:BOB-1\r\nEND:VCARD");
    sync();
    String list = inOutlook().lines().filter(l -> l.contains("\"list\"")).findFirst().orElseThrow();
    assertThat(list).contains("ann@home.example", "gus@y.example", "bob@x.example");
    sync();
    assertIdle();

    // somebody gets another name: no list is written
    editCard("bob-1", "FN:Bob Bass\r\nN:Bass;Bob;;;", "FN:Rob Bass\r\nN:Bass;Rob;;;");
    String choir = card("choir");
    sync();
    sync();
    assertThat(card("choir")).isEqualTo(choir);
    assertIdle();
  }
}
