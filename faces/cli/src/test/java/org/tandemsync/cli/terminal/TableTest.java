package org.tandemsync.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
  private static final String LONG = "a".repeat(300);

  @Test
  void inAPipeNothingIsCutOrColored() {
    Screen screen = new Screen(0, false);
    try (Table table = new Table(screen.terminal(), "", "kind", "title")) {
      table.row(Color.BAD, "contact", LONG);
      table.row("list", "山田");
    }
    assertThat(screen.out()).isEqualTo("KIND     TITLE\ncontact  " + LONG + "\nlist     山田\n");
  }

  @Test
  void onATerminalNoLineWraps() {
    Screen screen = new Screen(50, false);
    try (Table table = new Table(screen.terminal(), "  ", "", "", "")) {
      table.row("create", LONG, "short");
      table.row("update", "山田太郎".repeat(20), LONG);
    }
    assertThat(screen.out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(Shown.width(line)).isLessThan(50));
    assertThat(screen.out()).startsWith("  create  aaa").contains("…");
  }

  @Test
  void whatIsToBeCopiedIsNeverCut() {
    Screen screen = new Screen(40, false);
    try (Table table = Table.withWholeEnd(screen.terminal(), "", "kind", "title", "id")) {
      table.row("event", LONG, "/dav/alice/work/" + LONG);
    }
    assertThat(screen.out().lines().toList().getLast())
        .contains("…")
        .endsWith("  /dav/alice/work/" + LONG);
  }

  @Test
  void colorsDoNotMoveColumns() {
    Screen plain = new Screen(80, false);
    Screen colored = new Screen(80, true);
    for (Screen screen : new Screen[] {plain, colored}) {
      try (Table table = new Table(screen.terminal(), "", "a", "b")) {
        table.row(Color.GOOD, "x", "y");
      }
    }
    assertThat(colored.out()).isNotEqualTo(plain.out());
    assertThat(colored.out().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain.out());
  }

  @Test
  void aLongTableIsPrintedAsItComes() {
    Screen screen = new Screen(0, false);
    try (Table table = new Table(screen.terminal(), "", "n")) {
      for (int i = 0; i < 1000; i++) {
        table.row(Integer.toString(i));
      }
      assertThat(screen.out().lines().count()).isEqualTo(1001);
    }
  }

  @Test
  void withoutRowsThereAreNoHeadings() {
    Screen screen = new Screen(0, false);
    new Table(screen.terminal(), "", "kind").close();
    assertThat(screen.out()).isEmpty();
  }
}
