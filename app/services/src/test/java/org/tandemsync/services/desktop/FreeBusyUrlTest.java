package org.tandemsync.services.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.services.CannotRun;

final class FreeBusyUrlTest {
  private static final String URL = "https://dav.example.org/SOGo/so/%NAME%/freebusy.ifb";

  private final MemoryRegistry registry = new MemoryRegistry();
  private final FreeBusyUrl option = new FreeBusyUrl(registry);

  @ParameterizedTest
  @CsvSource({"Outlook.Application.14,14", "Outlook.Application.15,15", "outlook.Application.16,"})
  void isKeptWhereTheInstalledOutlookLooks(String registered, Integer major) {
    registry.program("Outlook.Application", registered);
    if (major == null) {
      assertThatThrownBy(option::setting).isInstanceOf(CannotRun.class);
      return;
    }
    assertThat(option.setting())
        .isEqualTo(new FreeBusyUrl.Setting(major, Optional.empty(), Optional.empty()));
    option.set(URL);
    assertThat(registry.values())
        .containsEntry(
            "current_user\\software\\microsoft\\office\\"
                + major
                + ".0\\outlook\\options\\calendar\\internet free/busy|read url",
            URL);
    assertThat(option.setting().url()).contains(URL);
  }

  @Test
  void isRemovedAndNothingElseIs() {
    registry.program("Outlook.Application", "Outlook.Application.16");
    String key =
        "Software\\Microsoft\\Office\\16.0\\Outlook\\Options\\Calendar\\Internet Free/Busy";
    registry.set(key, "Write URL", "https://example.org/");
    Map<String, String> before = registry.values();
    option.set(URL);
    option.remove();
    option.remove();
    assertThat(registry.values()).isEqualTo(before);
    assertThat(option.setting().url()).isEmpty();
  }

  @Test
  void whatTheOrganizationHasSetIsShownBeside() {
    registry.program("Outlook.Application", "Outlook.Application.16");
    registry.set(
        "Software\\Policies\\Microsoft\\Office\\16.0\\Outlook\\Options\\Calendar\\Internet"
            + " Free/Busy",
        "Read URL",
        "https://corp.example.org/%NAME%");
    assertThat(option.setting())
        .isEqualTo(
            new FreeBusyUrl.Setting(
                16, Optional.empty(), Optional.of("https://corp.example.org/%NAME%")));
  }

  @Test
  void withoutClassicOutlookThereIsNoSuchOption() {
    assertThatThrownBy(option::setting).hasMessageContaining("not installed");
    registry.program("Outlook.Application", "Outlook.Application.12");
    assertThatThrownBy(() -> option.set(URL)).hasMessageContaining("Outlook 2010");
    assertThat(registry.values()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dav.example.org/all.ifb",
        "https://dav.example.org/%SERVER%.ifb",
        "dav.example.org/%NAME%",
        "https:///%NAME%",
        "https://alice:secret@dav.example.org/%NAME%.ifb",
        "javascript:%NAME%",
        "https://dav.example.org/ %NAME%"
      })
  void whatOutlookCouldNotUseIsRefused(String url) {
    registry.program("Outlook.Application", "Outlook.Application.16");
    assertThatThrownBy(() -> option.set(url))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("Next step");
    assertThat(registry.values()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1:8080/fb/%NAME%@%SERVER%",
        "https://%SERVER%/freebusy/%NAME%.vfb",
        "file://server/share/%NAME%.vfb"
      })
  void placeholdersMayBeAnywhere(String url) {
    registry.program("Outlook.Application", "Outlook.Application.16");
    option.set(url);
    assertThat(option.setting().url()).contains(url);
  }
}
