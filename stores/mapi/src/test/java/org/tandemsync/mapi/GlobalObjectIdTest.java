package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Bytes;

/** The ids that appointments get in a data file; 127 to 130 are cases of the mapping reference. */
class GlobalObjectIdTest {
  private static final String PREFIX = "040000008200e00074c5b7101a82e008";
  private static final String ABC =
      PREFIX
          + "00".repeat(20)
          + "1a000000"
          + "7643616c2d55696401000000"
          + HexFormat.of().formatHex("abc@x.example".getBytes(StandardCharsets.UTF_8))
          + "00";

  private static String hex(Bytes id) {
    return HexFormat.of().formatHex(id.toArray());
  }

  @Test
  void case127_theUidOfAnotherProgramIsWrapped() {
    assertThat(hex(GlobalObjectId.of("abc@x.example"))).isEqualTo(ABC);
  }

  @Test
  void case128_anIdOfOutlooksOwnIsNotWrapped() {
    String uid =
        (PREFIX + "00000000d08aa8f019ecd101" + "00".repeat(8) + "04000000" + "01020304")
            .toUpperCase(Locale.ROOT);
    assertThat(hex(GlobalObjectId.of(uid))).isEqualTo(uid.toLowerCase(Locale.ROOT));
    assertThat(hex(GlobalObjectId.of(uid.substring(0, 80)))).contains("7643616c2d556964");
  }

  @Test
  void case130_theIdOfAnOccurrenceHasItsDate() {
    Bytes clean = GlobalObjectId.of("abc@x.example");
    String dated = hex(GlobalObjectId.withDate(clean, LocalDate.of(2024, 6, 12)));
    assertThat(dated).isEqualTo(PREFIX + "07e8060c" + ABC.substring(40));
    assertThat(hex(clean)).isEqualTo(ABC);
  }
}
