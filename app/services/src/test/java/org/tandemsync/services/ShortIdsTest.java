package org.tandemsync.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortIdsTest {
  private static final List<String> IDS =
      List.of("/dav/work/9a2b.ics", "/dav/team/9a2b.ics", "/dav/work/4f1c.ics", "0000a4", "c.ics");

  @Test
  void aWholeIdIsNobodyElse() {
    assertThat(ShortIds.meant("0000a4", IDS)).containsExactly("0000a4");
    assertThat(ShortIds.meant("/dav/work/9a2b.ics", IDS)).containsExactly("/dav/work/9a2b.ics");
  }

  @Test
  void theLastSegmentIsEnoughWhereOneHasIt() {
    assertThat(ShortIds.meant("4f1c.ics", IDS)).containsExactly("/dav/work/4f1c.ics");
    assertThat(ShortIds.meant("work/9a2b.ics", IDS)).containsExactly("/dav/work/9a2b.ics");
  }

  @Test
  void severalAreAllNamed() {
    List<String> meant = ShortIds.meant("9a2b.ics", IDS);
    assertThat(ShortIds.several("9a2b.ics", meant))
        .isEqualTo("'9a2b.ics' may be '/dav/team/9a2b.ics' or '/dav/work/9a2b.ics'");
  }

  @Test
  void aPartOfASegmentIsNone() {
    assertThat(ShortIds.meant("2b.ics", IDS)).isEmpty();
    assertThat(ShortIds.meant("", IDS)).isEmpty();
  }
}
