package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HrefTest {
  private static final Origin ORIGIN = Origin.of(URI.create("http://host:8080"));
  private static final Href BASE = Href.ofPath("/dav/cal/");

  private static Href parsed(String text) {
    return Href.parse(text, ORIGIN, BASE).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/a%40b.ics,     /dav/a@b.ics", // SOGo leaves the @, others do not
    "/dav/sp%20ace.ics,  /dav/sp ace.ics",
    "/dav/%c3%bc.ics,    /dav/%C3%BC.ics",
    "/dav/%C3%BC.ics,    /dav/ü.ics",
    "/dav/%7Ea.ics,      /dav/~a.ics",
    "/dav//a.ics,        /dav/a.ics",
    "/dav/50%.ics,       /dav/50%25.ics",
    "/dav/a.ics,         http://host:8080/dav/a.ics",
    "/dav/a.ics,         HTTP://HOST:8080/dav/a.ics",
    "/dav/a.ics,         http%3A//host%3A8080/dav/a.ics", // Xandikos
    "/dav/a.ics,         //host:8080/dav/a.ics",
    "/dav/cal/a.ics,     a.ics",
    "/,                  http://host:8080",
    "/dav/a.ics,         /dav/a.ics?x=1#y",
  })
  void theseAreTheSame(String one, String other) {
    assertThat(parsed(one)).isEqualTo(parsed(other)).hasSameHashCodeAs(parsed(other));
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/%2525.ics, /dav/%25.ics", // escapes are resolved once
    "/dav/a%2Fb.ics, /dav/a/b.ics",
    "/dav/A.ics,     /dav/a.ics",
    "/dav/a+b.ics,   /dav/a b.ics",
  })
  void theseAreNot(String one, String other) {
    assertThat(parsed(one)).isNotEqualTo(parsed(other));
  }

  @Test
  void requestsUseTheSpellingOfTheServer() {
    assertThat(parsed("/dav/a@b%20c.ics").path()).isEqualTo("/dav/a@b%20c.ics");
    assertThat(parsed("/dav/a b<c>.ics").path()).isEqualTo("/dav/a%20b%3Cc%3E.ics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host:8080/dav/a.ics",
        "http://host/dav/a.ics",
        "http://evil:8080/dav/a.ics",
        "//evil/dav/a.ics",
        "http://host:8080@evil/a.ics"
      })
  void anotherOriginIsNotOurs(String text) {
    assertThat(Href.parse(text, ORIGIN, BASE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/cal/a.ics,      true",
    "/dav/cal/a%2Fb.ics,  true",
    "/dav/cal/sub/,       true",
    "/dav/cal/,           false",
    "/dav/cal,            false",
    "/dav/cal/..,         false",
    "/dav/cal/%2E%2E,     false",
    "/dav/cal/sub/a.ics,  false",
    "/dav/other/a.ics,    false",
    "/dav/calendar/a.ics, false",
  })
  void aCollectionHoldsItsDirectMembers(String member, boolean holds) {
    assertThat(BASE.holds(parsed(member))).isEqualTo(holds);
    assertThat(Href.ofPath("/dav/cal").holds(parsed(member))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/cal/a.ics,                       /dav/cal/a.ics",
    "a.ics,                                /dav/cal/a.ics",
    "https://host:8080/dav/cal/a.ics,      /dav/cal/a.ics",
    "http://evil/dav/cal/a.ics?x#y,        /dav/cal/a.ics",
    "HTTP://Dav.Internal:8443/x/%40.ics,   /x/%40.ics",
    "//evil/dav/cal/a.ics,                 /dav/cal/a.ics",
    "//dav/cal/a.ics,                      /dav/cal/a.ics",
    "http%3A//127.0.0.1%3A81/dav/cal/a.ics, /dav/cal/a.ics",
    "http://host:8080@evil/a.ics,          /a.ics",
    "http://evil,                          /",
  })
  void thePathOfAnHrefIsReadWhateverTheHost(String text, String path) {
    assertThat(Href.path(text, BASE).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/cal/,           true",
    "/dav/cal,            true",
    "/dav/cal/a.ics,      true",
    "/dav/cal/sub/a.ics,  true",
    "/dav/calendar/a.ics, false",
    "/dav/,               false",
    "/cal/a.ics,          false",
  })
  void aCollectionCoversItselfAndAllBelow(String path, boolean covers) {
    assertThat(BASE.covers(parsed(path))).isEqualTo(covers);
  }

  @Test
  void aLiteralPathHasNoEscapes() {
    assertThat(Href.ofLiteralPath("/dav/pct%25.ics")).isEqualTo(Href.ofPath("/dav/pct%2525.ics"));
    assertThat(Href.ofLiteralPath("/dav/sp ace.ics")).isEqualTo(Href.ofPath("/dav/sp%20ace.ics"));
  }

  @Property(tries = 300)
  void anyNameComesBackFromItsMember(@ForAll @NotEmpty String name) {
    String utf =
        new String(
            name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    Href member = BASE.member(utf);
    assertThat(member.name()).isEqualTo(utf);
    assertThat(BASE.holds(member)).isEqualTo(!utf.equals(".") && !utf.equals(".."));
    assertThat(Href.ofPath(member.path())).isEqualTo(member);
  }

  @Property(tries = 300)
  void theIdentityIsItsOwnSpelling(@ForAll String path) {
    Href href = Href.ofPath(path);
    assertThat(Href.ofPath(href.identity())).isEqualTo(href);
    assertThat(Href.ofPath(href.identity()).identity()).isEqualTo(href.identity());
    assertThat(href.path()).matches("/[!-~]*");
  }
}
