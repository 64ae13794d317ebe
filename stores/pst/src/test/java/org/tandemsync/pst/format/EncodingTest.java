package org.tandemsync.pst.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.mapi.Crc;

class EncodingTest {

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void decodingUndoesEncoding(Encoding encoding) {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] data = new byte[random.nextInt(1000)];
      random.nextBytes(data);
      byte[] copy = data.clone();
      long id = random.nextLong();
      encoding.encode(copy, copy.length, id);
      encoding.decode(copy, copy.length, id);
      assertThat(copy).isEqualTo(data);
    }
  }

  @Test
  void theTablesAreThoseOfTheSpecification() {
    byte[] data = new byte[256];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) i;
    }
    Encoding.PERMUTE.decode(data, data.length, 0);
    // first and last bytes of mpbbI in [MS-PST] 5.1
    assertThat(HexFormat.of().formatHex(data, 0, 8)).isEqualTo("47f1b4e60b6a7248");
    assertThat(HexFormat.of().formatHex(data, 250, 256)).isEqualTo("643fc16cf9ec");
  }

  @Test
  void theChecksumHasNoInversion() {
    assertThat(Crc.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0x2DFD2D88);
    assertThat(Crc.of(new byte[0])).isZero();
  }

  @Test
  void theChecksumIsThatOfTheSpecificationFromAnyPlace() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] data = new byte[random.nextInt(600)];
      random.nextBytes(data);
      int from = random.nextInt(data.length + 1);
      int length = random.nextInt(data.length - from + 1);
      int crc = 0;
      for (int at = from; at < from + length; at++) {
        crc ^= data[at] & 0xFF;
        for (int bit = 0; bit < 8; bit++) {
          crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xEDB88320;
        }
      }
      assertThat(Crc.of(data, from, length)).isEqualTo(crc);
    }
  }

  @Test
  void theSignatureFoldsOffsetAndId() {
    assertThat(Signature.of(0x00012345L, 0x00000004L)).isEqualTo(0x2340);
  }
}
