package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/**
 * {@code tandem sync} against a server that turned hostile: nothing is deleted or written on either
 * side, there is one clear message, and when the server is itself again there is nothing to do.
 */
final class HostileServerSyncTest {
  private static final String PASSWORD = "l00king-glass";
  private static final String XML = "Content-Type: application/xml; charset=utf-8\r\n";

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;
  private DavCollection contacts;
  private MeanFront front;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    contacts = server.addressBook("alice", "contacts");
    server.dials().gzip = true;
    server.dials().compressedTags = Dials.CompressedTag.SUFFIXED;
    front = new MeanFront(server.url());
    shell =
        new Shell(folder)
            .set("PW", PASSWORD)
            .sample("demo/outlook.pst", "outlook.pst")
            .file(
                "tandem.toml",
                """
                [accounts.home]
                url = "%s"
                user = "alice"
                password = { env = "PW" }
                proxy = "none"
                timeouts = { connect = "20s", silence = "20s", answer = "30s" }

                [[profiles]]
                name = "Contacts"
                outlook = { pst = "outlook.pst", folder = "Contacts" }
                server = { account = "home", collection = "%s" }
                """
                    .formatted(front.url(), contacts.path()));
    assertThat(shell.tandem("apply", "-f", "tandem.toml").status()).isZero();
    assertThat(shell.tandem("sync").out()).contains("2 created on the server");
    server.log().clear();
  }

  @AfterEach
  void stop() {
    front.close();
    server.close();
  }

  private static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nConnection: close\r\nContent-Length: "
        + body.length()
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static MeanFront.Attack text(String answer) {
    return (head, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static MeanFront.Attack multistatus(String responses) {
    return text(
        answer("207 X", XML, "<D:multistatus xmlns:D=\"DAV:\">" + responses + "</D:multistatus>"));
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("<D:multistatus xmlns:D=\"DAV:\"><D:response>".getBytes(StandardCharsets.UTF_8));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        zip.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, MeanFront.Attack> attacks() {
    Map<String, MeanFront.Attack> all = new LinkedHashMap<>();
    String page = "<html><body>Sign in to the hotel</body></html>";
    all.put("login page", text(answer("200 OK", "Content-Type: text/html\r\n", page)));
    all.put("empty 200", text(answer("200 OK", XML, "")));
    all.put("wrong type", text(answer("207 X", "Content-Type: image/png\r\n", "\u0089PNG")));
    all.put("no answer", (head, out) -> {});
    all.put(
        "cut short",
        text(answer("207 X", XML, "<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>")));
    all.put(
        "external entity",
        text(
            answer(
                "207 X",
                XML,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + "<D:multistatus xmlns:D=\"DAV:\">&e;</D:multistatus>")));
    all.put(
        "entity bomb",
        text(
            answer(
                "207 X",
                XML,
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>"
                    + "<D:multistatus xmlns:D=\"DAV:\">&c;&c;&c;</D:multistatus>")));
    byte[] zipped = bomb();
    all.put(
        "gzip bomb",
        (head, out) -> {
          out.write(
              ("HTTP/1.1 207 X\r\nContent-Encoding: gzip\r\n"
                      + XML
                      + "Content-Length: "
                      + zipped.length
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.write(zipped);
        });
    all.put("redirect loop", (head, out) -> redirect(head.split(" ", 3)[1], out));
    all.put("redirect to a file", (head, out) -> redirect("file:///etc/passwd", out));
    all.put("redirect to nobody", (head, out) -> redirect("http://127.0.0.1:1/", out));
    all.put("401", text(answer("401 X", "WWW-Authenticate: Basic realm=\"x\"\r\n", "")));
    all.put("403", text(answer("403 X", "", "no")));
    all.put("500", text(answer("500 X", "", "oops")));
    all.put("503", text(answer("503 X", "Retry-After: 7200\r\n", "")));
    all.put(
        "rows of another host",
        multistatus(
            "<D:response><D:href>http://evil.test/x.vcf</D:href><D:propstat><D:prop>"
                + "<D:getetag>\"1\"</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status>"
                + "</D:propstat></D:response>"));
    all.put(
        "rows of another path",
        multistatus(
            "<D:response><D:href>/alice/contacts/</D:href><D:propstat><D:prop><D:resourcetype>"
                + "<D:collection/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status>"
                + "</D:propstat></D:response>"));
    all.put(
        "gone from another path",
        multistatus(
            "<D:response><D:href>/alice/contacts/x.vcf</D:href>"
                + "<D:status>HTTP/1.1 404 Not Found</D:status></D:response>"));
    all.put("a limit", text(answer("403 X", "", "Rate Limit Exceeded")));
    all.put("no room", text(answer("507 X", "", "full")));
    all.put("nothing there", multistatus(""));
    all.put("not found", text(answer("404 X", "", "gone")));
    all.put("gone", text(answer("410 X", "", "gone")));
    return all;
  }

  private static void redirect(String to, OutputStream out) throws IOException {
    String text = answer("302 X", "Location: " + to + "\r\n", "");
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isAboutTheBook(String head) {
    return head.startsWith("PROPFIND ") && head.toLowerCase(Locale.ROOT).contains("depth: 0");
  }

  @Test
  void nothingIsDeletedAndOneMessageSaysWhy() throws IOException {
    for (Map.Entry<String, MeanFront.Attack> attack : attacks().entrySet()) {
      // what the collection is, it still says
      front.attack(head -> !isAboutTheBook(head), attack.getValue());
      assertHarmless(attack.getKey());
    }
    for (String name : List.of("login page", "not found")) {
      front.attack(head -> true, attacks().get(name));
      assertHarmless(name);
    }
    front.attack(head -> false, null);
    assertThat(shell.tandem("sync").out()).contains("nothing to do; 2 items in step");
    assertThat(server.log().writes()).isZero();
    assertThat(contacts.size()).isEqualTo(2);
  }

  private void assertHarmless(String name) throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("outlook.pst"));
    Shell.Answer answer = shell.tandem("sync");
    String all = answer.all();
    // "nothing has changed" is what an empty answer to "what has changed?" says
    assertThat(answer.status() > 0 || answer.out().contains("nothing to do")).as(name).isTrue();
    assertThat(all)
        .as(name)
        .doesNotContain(PASSWORD)
        .doesNotContain("root:")
        .doesNotContain("\tat ")
        .doesNotContain("did not expect");
    assertThat(all.lines().filter(l -> !l.isBlank()).count()).as(all).isLessThanOrEqualTo(4);
    assertThat(Files.readAllBytes(folder.resolve("outlook.pst"))).as(name).isEqualTo(before);
    assertThat(server.log().writes()).as(name).isZero();
  }

  @Test
  void whatIsChangedInTheMeantimeIsNotLost() {
    contacts.put(
        "new.vcf",
        "BEGIN:VCARD\r\n"
            + "VERSION:3.0\r\n"
            + "UID:new\r\n"
            + "FN:The Hatter\r\n"
            + "N:Hatter;The;;;\r\n"
            + "END:VCARD\r\n");
    for (MeanFront.Attack attack : attacks().values().stream().limit(3).toList()) {
      front.attack(head -> !isAboutTheBook(head), attack);
      shell.tandem("sync");
    }
    front.attack(head -> false, null);
    assertThat(shell.tandem("sync").out()).contains("1 created in Outlook; 3 items in step");
    assertThat(front.heads()).noneMatch(h -> h.startsWith("DELETE") || h.startsWith("PUT /e"));
  }
}
