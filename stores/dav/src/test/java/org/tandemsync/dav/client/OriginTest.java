package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

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
  void secretsMayGoToTheSameHostOverTlsOnly() {
    assertThat(of("http://host/").trusts(of("https://host/"))).isTrue();
    assertThat(of("https://host/").trusts(of("http://host/"))).isFalse();
    assertThat(of("https://host/").trusts(of("https://host:8443/"))).isFalse();
    assertThat(of("https://host/").trusts(of("https://www.host/"))).isFalse();
  }

  @Test
  void otherSchemesAreRefused() {
    assertThatThrownBy(() -> of("ftp://host/")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("https:///x")).isInstanceOf(IllegalArgumentException.class);
  }
}
