package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Zone;

class ZoneDefinitionTest {

  /** PidLidTimeZoneStruct; months 0 for no summer time. Weeks count from 1, 5 is the last. */
  private static byte[] struct(
      int bias,
      int winterMonth,
      int winterWeek,
      int winterHour,
      int summerMonth,
      int summerWeek,
      int summerHour) {
    ByteBuffer b = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(bias).putInt(0).putInt(summerMonth == 0 ? 0 : -60);
    b.putShort((short) 0);
    b.putShort((short) 0).putShort((short) winterMonth).putShort((short) 0);
    b.putShort((short) winterWeek).putShort((short) winterHour).position(30);
    b.putShort((short) 0);
    b.putShort((short) 0).putShort((short) summerMonth).putShort((short) 0);
    b.putShort((short) summerWeek).putShort((short) summerHour);
    return b.array();
  }

  /** The same rule as PidLidAppointmentTimeZoneDefinitionStartDisplay. */
  private static byte[] definition(String name, byte[]... structs) {
    byte[] key = name.getBytes(StandardCharsets.UTF_16LE);
    ByteBuffer b =
        ByteBuffer.allocate(10 + key.length + 66 * structs.length).order(ByteOrder.LITTLE_ENDIAN);
    b.putShort((short) 0x0102).putShort((short) (6 + key.length)).putShort((short) 2);
    b.putShort((short) name.length()).put(key).putShort((short) structs.length);
    for (byte[] s : structs) {
      b.putInt(0x003E0102).putShort((short) 2).putShort((short) 0).put(new byte[14]);
      b.put(s, 0, 12).put(s, 14, 16).put(s, 32, 16);
    }
    return b.array();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, -60, 10, 5, 3, 3, 5, 2, W. Europe Standard Time",
    "America/Los_Angeles, 480, 11, 1, 2, 3, 2, 2, Pacific Standard Time",
    "Pacific/Auckland, -720, 4, 1, 3, 9, 5, 2, New Zealand Standard Time",
    "Asia/Tokyo, -540, 0, 0, 0, 0, 0, 0, Tokyo Standard Time",
    "Asia/Kathmandu, -345, 0, 0, 0, 0, 0, 0, Nepal Standard Time",
  })
  void clocksAreThoseOfTheZone(
      String iana, int bias, int wm, int ww, int wh, int sm, int sw, int sh, String windows) {
    byte[] struct = struct(bias, wm, ww, wh, sm, sw, sh);
    ZoneDefinition byStruct = ZoneDefinition.parseStruct(Span.of(struct)).orElseThrow();
    ZoneDefinition byName =
        ZoneDefinition.parseDefinition(Span.of(definition(windows, struct))).orElseThrow();
    Instant at = Instant.parse("2023-12-30T00:30:00Z");
    for (int i = 0; i < 9000; i++) {
      LocalDateTime expected = LocalDateTime.ofInstant(at, ZoneId.of(iana));
      assertThat(byStruct.at(at)).isEqualTo(expected);
      assertThat(byName.at(at)).isEqualTo(expected);
      at = at.plusSeconds(3600);
    }
    assertThat(ZoneFinder.zone(byName, "", at)).isEqualTo(new Zone(windows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-60|10|5|3|3|5|2|(UTC+01:00) Amsterdam, Berlin, Bern, Rome|W. Europe Standard Time",
        "-60|10|5|3|3|5|2|(UTC+01:00) Brussels, Copenhagen, Madrid, Paris|Romance Standard Time",
        "-60|10|5|3|3|5|2|(UTC+01:00) Belgrade, Bratislava, Budapest|Central Europe Standard Time",
        "-60|10|5|3|3|5|2|''|W. Europe Standard Time",
        "480|11|1|2|3|2|2|(UTC-08:00) Pacific Time (US & Canada)|Pacific Standard Time",
        "300|11|1|2|3|2|2|(GMT-05:00) Eastern Time (US & Canada)|Eastern Standard Time",
        "0|0|0|0|0|0|0|(UTC) Coordinated Universal Time|UTC",
        "-217|0|0|0|0|0|0|somewhere|UTC+03:37",
      })
  void aNamelessRuleGetsTheNameThatFits(
      int bias, int wm, int ww, int wh, int sm, int sw, int sh, String display, String expected) {
    ZoneDefinition struct =
        ZoneDefinition.parseStruct(Span.of(struct(bias, wm, ww, wh, sm, sw, sh))).orElseThrow();
    assertThat(ZoneFinder.zone(struct, display, Instant.parse("2021-06-01T00:00:00Z")))
        .isEqualTo(new Zone(expected));
  }

  @Test
  void namesThatAreNoWindowsNamesAreKeptOrFound() {
    byte[] berlin = struct(-60, 10, 5, 3, 3, 5, 2);
    Instant when = Instant.parse("2021-06-01T00:00:00Z");
    assertThat(zone("Europe/Vienna", berlin, when)).isEqualTo("Europe/Vienna");
    assertThat(zone("w. europe standard time", berlin, when)).isEqualTo("W. Europe Standard Time");
    assertThat(zone("Mitteleurop\u00e4ische Zeit", berlin, when))
        .isEqualTo("W. Europe Standard Time");
  }

  private static String zone(String name, byte[] struct, Instant when) {
    Span bytes = Span.of(definition(name, struct));
    return ZoneFinder.zone(ZoneDefinition.parseDefinition(bytes).orElseThrow(), "", when).id();
  }

  @Test
  void theRuleOfTheYearCounts() {
    // as Outlook 2013 wrote it: until 2006 summer time began in April
    byte[] pacific =
        HexFormat.of()
            .parseHex(
                "0201300002001500500061006300690066006900630020005300740061006e0064006100720064"
                    + "002000540069006d006500020002013e000000d6070100000001000000000000000000e001"
                    + "000000000000c4ffffff00000a000000050002000000000000000000040000000100020000"
                    + "000000000002013e000300d7070100000001000000000000000000e001000000000000c4ff"
                    + "ffff00000b0000000100020000000000000000000300000002000200000000000000");
    ZoneDefinition zone = ZoneDefinition.parseDefinition(Span.of(pacific)).orElseThrow();
    assertThat(zone.name()).isEqualTo("Pacific Standard Time");
    assertThat(zone.at(Instant.parse("2006-03-20T12:00:00Z"))).isEqualTo("2006-03-20T04:00");
    assertThat(zone.at(Instant.parse("2016-03-20T12:00:00Z"))).isEqualTo("2016-03-20T05:00");
    assertThat(zone.at(Instant.parse("2006-10-30T12:00:00Z"))).isEqualTo("2006-10-30T04:00");
    assertThat(zone.at(Instant.parse("2016-10-30T12:00:00Z"))).isEqualTo("2016-10-30T05:00");
  }

  @Test
  void nothingIsNoZoneAndNonsenseIsDamage() {
    assertThat(ZoneDefinition.parseDefinition(Span.EMPTY)).isEmpty();
    assertThat(ZoneDefinition.parseStruct(Span.of(new byte[10]))).isEmpty();
    byte[] far = struct(99_999, 0, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> ZoneDefinition.parseStruct(Span.of(far)))
        .isInstanceOf(DamagedException.class);
    byte[] cut = new byte[20];
    cut[6] = 100;
    assertThatThrownBy(() -> ZoneDefinition.parseDefinition(Span.of(cut)))
        .isInstanceOf(DamagedException.class);
  }
}
