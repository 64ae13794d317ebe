package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.sample.MsgFile;

/** Blobs that Outlook wrote are parsed and written again byte for byte. */
class RecurrenceBlobTest {
  private static final PropertyName BLOB = PropertyName.of(PropertySets.APPOINTMENT, 0x8216);

  record Sample(String name, Span bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> outlookBlobs() throws IOException {
    try (Stream<Path> files = Files.list(MsgFile.SAMPLES)) {
      List<Sample> samples =
          files
              .filter(f -> f.toString().endsWith(".msg"))
              .map(f -> new Sample(f.getFileName().toString(), blob(f)))
              .filter(s -> !s.bytes().isEmpty())
              .toList();
      assertThat(samples).hasSizeGreaterThanOrEqualTo(10);
      return samples.stream();
    }
  }

  private static Span blob(Path msg) {
    return MsgFile.read(msg).properties().bytes(BLOB);
  }

  @ParameterizedTest
  @MethodSource("outlookBlobs")
  void encodingGivesBackWhatOutlookWrote(Sample sample) {
    AppointmentRecurrenceBlob blob =
        AppointmentRecurrenceBlob.parse(sample.bytes(), CodePages.WESTERN);
    byte[] encoded = blob.encode(CodePages.of(932).orElseThrow()).toArray();
    // msgreader-7-days-everyday has 4 spare bytes behind its blob
    int spare = sample.bytes().length() - encoded.length;
    assertThat(spare).isIn(0, 4);
    assertThat(encoded).isEqualTo(sample.bytes().slice(0, encoded.length).toArray());
  }

  @ParameterizedTest
  @MethodSource("outlookBlobs")
  void aBlobCutShortIsDamagedOrTheSameSeries(Sample sample) {
    AppointmentRecurrenceBlob whole =
        AppointmentRecurrenceBlob.parse(sample.bytes(), CodePages.WESTERN);
    for (int length = 0; length < sample.bytes().length(); length++) {
      Span cut = sample.bytes().slice(0, length);
      try {
        assertThat(AppointmentRecurrenceBlob.parse(cut, CodePages.WESTERN).pattern())
            .isEqualTo(whole.pattern());
      } catch (DamagedException expected) {
        assertThat(expected).hasMessageMatching(".*(bytes are missing|cannot have).*");
      }
    }
  }

  @Test
  void impossibleCountsAreNoAllocation() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "043004300b2001000000c02100000100000000000000040000002320"
                    + "00000a00000000000000ffffff7f0000000000000000");
    assertThatThrownBy(() -> RecurrenceBlob.parse(Span.of(bytes)))
        .isInstanceOf(DamagedException.class)
        .hasMessage("the recurrence cannot have 2147483647 exceptions");
  }

  @Test
  void everyOverrideIsWrittenAndReadBack() {
    RecurrenceBlob pattern =
        new RecurrenceBlob(
            0x3004,
            0x3004,
            RecurrenceBlob.DAILY,
            0,
            0,
            0,
            1440,
            0,
            List.of(),
            RecurrenceBlob.END_NEVER,
            10,
            1,
            List.of(1440L),
            List.of(1440L),
            0,
            RecurrenceBlob.NO_END);
    ExceptionBlob all =
        new ExceptionBlob(
            1500,
            1560,
            1470,
            0x03FF,
            "Betreff \u20ac\u4e00",
            1,
            30,
            1,
            "B\u00fcro",
            2,
            1,
            0,
            3,
            Bytes.of(new byte[] {1, 2, 3, 4}),
            Bytes.of(new byte[] {9}),
            Bytes.of(new byte[] {8}));
    AppointmentRecurrenceBlob blob =
        new AppointmentRecurrenceBlob(
            pattern, 0x3006, 0x3009, 30, 90, List.of(all), Bytes.of(new byte[3]), Bytes.EMPTY);
    Bytes encoded = blob.encode(CodePages.WESTERN);
    assertThat(AppointmentRecurrenceBlob.parse(Span.of(encoded.toArray()), CodePages.WESTERN))
        .isEqualTo(blob);
  }
}
