package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** Signing in, certificates and proxies as accounts have them, and {@code tandem trust}. */
final class AccessCommandsTest {
  private static final String PASSWORD = "l00king-glass";

  @TempDir Path folder;
  private Shell shell;
  private EmbeddedDavServer server;

  @BeforeEach
  void start() {
    server = EmbeddedDavServer.start().addUser("alice", PASSWORD);
    server.calendar("alice", "work");
    shell = new Shell(folder).set("PW", PASSWORD).set("CERT_PW", "changeit");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void account(String url, String... lines) {
    String text =
        "[accounts.home]\nurl = \"%s\"\nuser = \"alice\"\npassword = { env = \"PW\" }\n%s\n"
            .formatted(url, String.join("\n", lines));
    Shell.Answer applied = shell.file("tandem.toml", text).tandem("apply", "-f", "tandem.toml");
    assertThat(applied.all()).contains("pplied: 1 account");
    assertThat(shell.tandem("apply", "-f", "tandem.toml").out()).startsWith("Nothing changed");
    String exported = shell.tandem("export").out();
    assertThat(shell.file("e.toml", exported).tandem("apply", "-f", "e.toml").out())
        .startsWith("Nothing changed");
  }

  private Shell.Answer discover() {
    return shell.tandem("discover", "--account", "home");
  }

  private static String file(String name) {
    return TlsFront.FILES.resolve(name).toString();
  }

  private void refused(Shell.Answer answer, String... words) {
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains(words).doesNotContain(PASSWORD).doesNotContain("changeit");
    assertThat(server.log().all().size()).isZero();
  }

  @Test
  void anExtraAuthorityAndAClientCertificateComeFromTheAccount() {
    try (TlsFront front = new TlsFront("server.p12", server.url(), true)) {
      account(front.url(), "tls = { authorities = '" + file("ca.pem") + "' }");
      refused(discover(), "127.0.0.1");
      String own = "{ file = '%s', password = { env = \"CERT_PW\" } }".formatted(file("alice.p12"));
      account(
          front.url(),
          "tls = { least = \"1.3\", authorities = '%s', certificate = %s }"
              .formatted(file("ca.pem"), own));
      assertThat(discover().out()).contains("work");
      String pem =
          "{ file = '%s', key = '%s', password = { env = \"CERT_PW\" } }"
              .formatted(file("alice.pem"), file("alice-encrypted.key"));
      account(
          front.url(),
          "tls = { authorities = '%s', certificate = %s }".formatted(file("ca.pem"), pem));
      assertThat(discover().out()).contains("work");
      shell.set("CERT_PW", "wrong-one");
      Shell.Answer wrong = discover();
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.err()).contains("password is wrong", "Next step");
      assertThat(wrong.err()).doesNotContain("wrong-one");
      assertThat(shell.tandem("accounts").out()).contains("own certificate alice.pem");
    }
  }

  @Test
  void aCertificateIsTrustedAfterAYesAndAnotherOneIsNotLater() {
    try (TlsFront front = new TlsFront("self.p12", server.url(), false)) {
      account(front.url());
      refused(
          discover(), "not trusted", "Nothing was sent", "tandem trust " + "https://127.0.0.1:");
      Shell.Answer nobody = shell.tandem("trust", "home");
      refused(nobody, "--fingerprint");
      assertThat(nobody.out()).contains("CN=self-signed", "SHA-256", "valid", "does not trust it");
      refused(
          shell.tandem("trust", "home", "--fingerprint", "AB".repeat(32)), "not AB:AB", "shows");
      refused(shell.tandem("trust", "home", "--fingerprint", "AB"), "64 hex digits");
      assertThat(shell.terminal(200, "no").tandem("trust", "home").status()).isEqualTo(1);
      refused(discover(), "not trusted");
      assertThat(shell.terminal(200, "yes").tandem("trust", "127.0.0.1:" + front.port()).status())
          .isZero();
      String accepted =
          String.valueOf(shell.tandem("trust", "home", "--json").json().getFirst().get("accepted"));
      assertThat(accepted).hasSize(95);
      assertThat(discover().out()).contains("work");
      assertThat(shell.tandem("trust", "--list").out()).contains("CN=self-signed", accepted);
      server.log().clear();
      front.show("server.p12");
      Shell.Answer changed = discover();
      refused(changed, "is not who it was", accepted, "shown SHA-256", "tandem trust https://");
      assertThat(shell.tandem("trust", "home", "--forget").out()).contains("Forgotten");
      refused(discover(), "not trusted");
      account(front.url(), "tls = { pin = \"" + accepted + "\" }");
      refused(discover(), "is not who it was", accepted);
    }
  }

  @Test
  void scriptsTrustByFingerprint() {
    try (TlsFront front = new TlsFront("self.p12", server.url(), false)) {
      account(front.url());
      String shown =
          String.valueOf(
              shell.tandem("trust", "home", "--json").json().getFirst().get("fingerprint"));
      String typed = shown.replace(":", "").toLowerCase(Locale.ROOT);
      assertThat(shell.tandem("trust", "home", "--fingerprint", typed).status()).isZero();
      assertThat(discover().out()).contains("work");
    }
  }

  @Test
  void aPasswordIsNotSentInClearText() {
    account("http://nas.test/");
    refused(discover(), "not encrypted", "Nothing was sent", "password-in-clear-text = true");
    account("http://nas.test/", "password-in-clear-text = true", "proxy = \"none\"");
    assertThat(discover().err()).contains("nas.test", "cannot be reached");
    account(server.url(), "proxy = { url = \"http://proxy.test:3128\" }");
    refused(discover(), "not encrypted");
    account("http://nas.test/", "sign-in = \"digest\"", "proxy = \"none\"");
    assertThat(discover().err()).contains("cannot be reached");
    account("http://nas.test/", "sign-in = \"negotiate\"");
    refused(discover(), "use the ticket", "Nothing was sent");
    account(server.url());
    assertThat(discover().out()).contains("work");
  }

  @Test
  void digestAndTokensAreSent() {
    account(server.url(), "sign-in = \"digest\"");
    Shell.Answer digest = discover();
    assertThat(digest.status()).isEqualTo(2); // the server has Basic only
    assertThat(digest.err()).contains("did not accept").doesNotContain(PASSWORD);
    assertThat(server.log().all().size()).isPositive();
    String token =
        "[accounts.home]\nurl = \"%s\"\ntoken = { env = \"TOKEN\" }\n".formatted(server.url());
    shell.file("t.toml", token).tandem("apply", "-f", "t.toml");
    shell.set("TOKEN", "abc\r\nX-Evil: 1");
    assertThat(discover().err()).contains("token", "Next step").doesNotContain("X-Evil");
    shell.set("TOKEN", "abc123");
    assertThat(discover().status()).isEqualTo(2);
    assertThat(shell.tandem("export").out()).contains("token = { env = \"TOKEN\" }");
    assertThat(shell.tandem("accounts", "--json").json().getFirst())
        .containsEntry("sign-in", "bearer");
  }

  @Test
  void ticketsNeedAServerThatTakesThem() {
    String text = "[accounts.home]\nurl = \"%s\"\nsign-in = \"negotiate\"\n";
    shell.file("k.toml", text.formatted(server.url())).tandem("apply", "-f", "k.toml");
    Shell.Answer answer = discover();
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err())
        .contains("cannot be told who asks", "does not go on with Kerberos", "Basic");
    assertThat(shell.tandem("export").out()).contains("sign-in = \"negotiate\"");
  }

  @Test
  void thePasswordOfAnotherAccountIsAskedForOnce() {
    String text =
        """
        [accounts.main]
        url = "%1$s"
        user = "alice"
        password = { prompt = true }
        [accounts.second]
        url = "%1$sdav/"
        user = "alice"
        password = { account = "main" }
        """
            .formatted(server.url());
    shell.file("tandem.toml", text).tandem("apply", "-f", "tandem.toml");
    assertThat(shell.tandem("export").out()).contains("password = { account = \"main\" }");
    assertThat(
            shell
                .type(PASSWORD + "\n")
                .tandem("discover", "--account", "second", "--password-stdin")
                .out())
        .contains("work");
    shell.file("b.toml", text.replace("account = \"main\"", "account = \"mian\""));
    assertThat(shell.tandem("apply", "-f", "b.toml").err())
        .contains("b.toml:8", "no account 'mian'", "did you mean 'main'");
  }

  @Test
  void aProgramGivesThePassword() throws IOException {
    Path script = Files.writeString(folder.resolve("pw"), "#!/bin/sh\necho \"$PW\"\necho more\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    String text = "[accounts.home]\nurl = \"%s\"\nuser = \"alice\"\npassword = { command = %s }\n";
    String words = "[\"/bin/sh\", \"" + script + "\"]";
    shell.file("c.toml", text.formatted(server.url(), words)).tandem("apply", "-f", "c.toml");
    assertThat(discover().out()).contains("work");
    assertThat(shell.tandem("accounts").out()).contains("program /bin/sh").doesNotContain(PASSWORD);
    Files.writeString(script, "#!/bin/sh\necho \"$PW\"\nexit 3\n");
    assertThat(discover().err()).contains("ended with status 3").doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls = { pin = \"AB\" }",
        "tls = { verify = false }",
        "tls = { least = \"1.1\" }",
        "tls = { certificate = { file = \"a\", password = { account = \"home\" } } }",
        "sign-in = \"ntlm\"",
        "sign-in = \"bearer\"",
        "token = { env = \"T\" }",
        "proxy = \"maybe\"",
        "proxy = { url = \"http://u:p@h:1\" }",
        "proxy = { url = \"socks5://h:1\", user = \"u\" }",
        "proxy = { url = \"http://h:99999\" }",
        "timeouts = { connect = \"0s\" }",
        "timeouts = { connect = \"1h\" }",
        "password-in-clear-text = \"yes\"",
      })
  void whatIsNotUnderstoodIsSaidWithItsPlace(String line) {
    String text = "[accounts.home]\nurl = \"https://h/\"\nuser = \"a\"\n";
    if (!line.startsWith("token")) {
      text += "password = { env = \"PW\" }\n";
    } else {
      text += "sign-in = \"basic\"\n";
    }
    Shell.Answer answer = shell.file("x.toml", text + line).tandem("apply", "-f", "x.toml");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("x.toml:");
  }

  @Test
  void everyOptionIsStoredAndExported() {
    account(
        "https://h/",
        "keep-alive = false",
        "timeouts = { connect = \"5s\", silence = \"2m\" }",
        "proxy = { url = \"http://[::1]:1\", user = \"p\", password = { file = \"x\" } }",
        "own-addresses = [\"Alice@Example.org\"]");
    assertThat(shell.tandem("export").out())
        .contains(
            "keep-alive = false",
            "timeouts = { connect = \"5s\", silence = \"2m\" }",
            "url = \"http://[::1]:1\"",
            "own-addresses = [\"alice@example.org\"]");
  }

  @Test
  void noSecretIsInAnyFile() throws IOException {
    try (TlsFront front = new TlsFront("self.p12", server.url(), false)) {
      account(front.url());
      shell.terminal(200, "yes").tandem("trust", "home");
      discover();
      shell.set("PW", "wr0ng-passw0rd");
      assertThat(discover().all()).doesNotContain("wr0ng-passw0rd");
      shell.tandem("discover", "--account", "home", "--verbose");
    }
    try (Stream<Path> files = Files.walk(shell.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content)
            .as(file.toString())
            .doesNotContain(PASSWORD)
            .doesNotContain("wr0ng-passw0rd")
            .doesNotContain("YWxpY2U6"); // "alice:" of Basic
      }
    }
  }
}
