package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"abc\"',      false, abc",
        "'abc',          false, abc", // Yandex
        "' \"abc\" ',    false, abc",
        "'W/\"abc\"',    true,  abc",
        "'w/\"abc\"',    true,  abc",
        "'W/abc',        true,  abc",
        "'hash-17',      false, hash-17", // SOGo's directory
        "'\"a b\"',      false, a b",
        "'\"gcs0000\"',  false, gcs0000"
      })
  void everySpellingIsUnderstood(String text, boolean weak, String opaque) {
    assertThat(ETag.parse(text)).contains(new ETag(weak, opaque));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\"\"", "W/\"\"", "\"None\"", "None", "a\r\nX-Evil: 1", "\"ü\"", "a\"b"})
  void whatCannotBeSentBackIsNone(String text) {
    assertThat(ETag.parse(text)).isEmpty();
  }

  @Test
  void itsTextIsAlwaysQuoted() {
    assertThat(new ETag(false, "x").text()).isEqualTo("\"x\"");
    assertThat(new ETag(true, "x").text()).isEqualTo("W/\"x\"");
  }

  @Test
  void aWeakOneIsNoCondition() {
    assertThatThrownBy(() -> new Condition.Unchanged(new ETag(true, "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
