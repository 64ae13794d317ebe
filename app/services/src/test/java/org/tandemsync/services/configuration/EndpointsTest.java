package org.tandemsync.services.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
  private static final Path BASE = Path.of("/work").toAbsolutePath();
  private static final Path HOME = Path.of("/home/alice").toAbsolutePath();
  private static final SecretSource PASSWORD = new SecretSource.Environment("P");

  private static Account account(String name, String url, String user) {
    return new Account(name, URI.create(url), new Access(user, PASSWORD));
  }

  private static Endpoint parse(String text, Account... accounts) {
    return new Endpoints(BASE, HOME, new Configuration(List.of(accounts), List.of())).parse(text);
  }

  @Test
  void dataFiles() {
    assertThat(parse("pst:a.pst")).isEqualTo(new Endpoint.Pst(BASE.resolve("a.pst"), ""));
    assertThat(parse("pst:~/a.PST#Top/Calendar"))
        .isEqualTo(new Endpoint.Pst(HOME.resolve("a.PST"), "Top/Calendar"));
    assertThat(parse("pst:/x/c#.pst#A#B"))
        .isEqualTo(new Endpoint.Pst(Path.of("/x/c#.pst").toAbsolutePath(), "A#B"));
  }

  @Test
  void outlookOnTheDesktop() {
    assertThat(parse("desktop:calendar")).isEqualTo(new Endpoint.Desktop("calendar"));
    assertThat(parse("desktop:Mailbox/Calendar/Team"))
        .isEqualTo(new Endpoint.Desktop("Mailbox/Calendar/Team"))
        .hasToString("desktop:Mailbox/Calendar/Team");
    assertThat(parse("desktop:")).isEqualTo(new Endpoint.Desktop(""));
  }

  @Test
  void directories() {
    assertThat(parse("folder:~")).isEqualTo(new Endpoint.Directory(HOME));
    assertThat(parse("folder:../x"))
        .isEqualTo(new Endpoint.Directory(Path.of("/x").toAbsolutePath()));
  }

  @Test
  void serversAreAskedAsTheUserOfTheAccountThere() {
    Account office = account("office", "https://dav.example.org/root/", "alice");
    Account other = account("other", "https://dav.example.org:444/", "bob");
    URI url = URI.create("https://dav.example.org/x/");
    assertThat(parse("dav:https://dav.example.org/x/", office, other))
        .isEqualTo(new Endpoint.Dav(url, office.access()));
    assertThat(parse("dav:https://dav.example.org:443/x/", office))
        .isEqualTo(new Endpoint.Dav(URI.create("https://dav.example.org:443/x/"), office.access()));
    assertThat(parse("dav:office", office))
        .isEqualTo(new Endpoint.Dav(office.url(), office.access()));
    // a password goes to its own server only
    assertThat(parse("dav:https://dav.example.com/x/", office))
        .isEqualTo(new Endpoint.Dav(URI.create("https://dav.example.com/x/"), Access.ANONYMOUS));
    assertThat(parse("dav:http://dav.example.org/x/", office))
        .isEqualTo(new Endpoint.Dav(URI.create("http://dav.example.org/x/"), Access.ANONYMOUS));
  }

  @Test
  void aUserMayBeNamed() {
    Account alice = account("1", "https://h/", "alice@example.org");
    Account bob = account("2", "https://h/", "bob");
    URI url = URI.create("https://h/");
    assertThat(parse("dav:https://alice%40example.org@h/", alice, bob))
        .isEqualTo(new Endpoint.Dav(url, alice.access()));
    assertThat(parse("dav:https://carol@h", alice, bob))
        .isEqualTo(new Endpoint.Dav(url, new Access("carol", new SecretSource.Prompt())));
    assertThatThrownBy(() -> parse("dav:https://h/", alice, bob))
        .hasMessageContaining("several accounts are at h (alice@example.org, bob)");
  }

  @ParameterizedTest
  @CsvSource({
    "calendar.pst, is no endpoint",
    "file:x, is no endpoint",
    "https://h/, write dav:",
    "dav:host, no address of a server",
    "dav:ftp://host/, no address of a server",
    "dav:https://u:geheim@h/, a password does not belong",
    "dav:https://u:ge heim@h/, is no address",
    "dav:https://h/?x=1, no '?'",
    "folder:, a path is not empty",
  })
  void whatIsNoneIsSaid(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("heim");
  }
}
