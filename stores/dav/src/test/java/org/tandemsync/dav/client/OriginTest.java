package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  private static Origin of(String url) {
    return Origin.of(URI.create(url));
  }

  @Test
  void thePortIsAlwaysGivenAndTheHostInOneSpelling() {
    assertThat(of("https://Dav.Example.org/x"))
        .isEqualTo(new Origin("https", "dav.example.org", 443));
    assertThat(of("HTTP://user:pw@host:80/")).hasToString("http://host");
    assertThat(of("https://kalender.bücher.example/"))
        .hasToString("https://kalender.xn--bcher-kva.example");
    assertThat(of("http://[::1]:5232/")).isEqualTo(new Origin("http", "[::1]", 5232));
  }

  @Test
  void aHostWithAnEmptyOrTooLongLabelIsNone() {
    assertThatThrownBy(() -> of("http://a..b_/")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("http://" + "a".repeat(64) + "_/"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(of("http://a_b.example/").host()).isEqualTo("a_b.example");
    assertThat(of("http://" + "a".repeat(40) + "." + "b".repeat(40) + "/").host()).hasSize(81);
  }

  @Test
  void secretsMayGoToTheSameHostOverTlsOnly() {
    assertThat(of("http://host/").trusts(of("https://host/"))).isTrue();
    assertThat(of("https://host/").trusts(of("http://host/"))).isFalse();
    assertThat(of("https://host/").trusts(of("https://host:8443/"))).isFalse();
    assertThat(of("https://host/").trusts(of("https://www.host/"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://caldav.icloud.com/,      https://p42-caldav.icloud.com:443/, true",
    "https://example.org/,            https://dav.example.org:8443/,      true",
    "https://dav.example.co.uk/,      https://example.co.uk/,             true",
    "https://a.co.uk/,                https://b.co.uk/,                   false",
    "https://alice.dyndns.org/,       https://mallory.dyndns.org/,        false",
    "https://example.org/,            https://example.org.evil.com/,      false",
    "https://example.org/,            http://dav.example.org/,            false",
    "http://example.org/,             https://dav.example.org/,           false",
    "https://10.0.0.1/,               https://10.0.0.2/,                  false",
    "https://[::1]/,                  https://[::2]/,                     false",
    "https://nas/,                    https://dav.nas/,                   false",
  })
  void secretsMayGoToHostsOfTheSameRegisteredDomainOverTls(
      String home, String other, boolean trusted) {
    assertThat(of(home).trusts(of(other))).isEqualTo(trusted);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "127.0.0.1, true",
    "127.1.2.3, true",
    "[::1],     true",
    "127.evil.com, false",
    "localhost.evil.com, false",
    "10.0.0.1, false",
  })
  void onlyLoopbackIsThisMachine(String host, boolean here) {
    assertThat(Origin.isThisMachine(host)).isEqualTo(here);
  }

  @Test
  void otherSchemesAreRefused() {
    assertThatThrownBy(() -> of("ftp://host/")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("https:///x")).isInstanceOf(IllegalArgumentException.class);
  }
}
