package org.tandemsync.outlook.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Columns;
import org.tandemsync.outlook.model.Row;
import org.tandemsync.outlook.model.Table;

/** Tables, as Microsoft's reference tells them. */
final class TableTest {
  private static final String MODIFIED = "http://schemas.microsoft.com/mapi/proptag/0x30080040";
  private static final String ENTRY_ID = "http://schemas.microsoft.com/mapi/proptag/0x0FFF0102";

  private final Desk desk = new Desk();

  @AfterEach
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      desk.appointment("No. " + i, LocalDateTime.of(2026, 7, 1, 9, 0).plusDays(i));
    }
  }

  @Test
  void usualColumns() {
    fill(1);
    try (Table table = desk.calendar.getTable();
        Columns columns = table.columns();
        Row row = table.getNextRow().orElseThrow()) {
      assertThat(columns.count()).isEqualTo(5);
      assertThat(row.item("Subject")).isEqualTo(Variant.of("No. 0"));
      assertThat(row.item("LastModificationTime"))
          .isEqualTo(Variant.of(LocalDateTime.of(2026, 3, 2, 9, 0)));
      assertThat(row.getValues()).hasSize(5);
      assertThat(table.getNextRow()).isEmpty();
    }
  }

  @Test
  void columnsOfMapiAreInUtcAndBinary() {
    fill(1);
    try (Table table = desk.calendar.getTable();
        Columns columns = table.columns()) {
      columns.removeAll();
      columns.add(MODIFIED).close();
      columns.add(ENTRY_ID).close();
      List<Variant> row = table.getArray(1).getFirst();
      assertThat(row.getFirst()).isEqualTo(Variant.of(LocalDateTime.of(2026, 3, 2, 8, 0)));
      assertThat(row.getLast()).isInstanceOf(Variant.Binary.class);
    }
  }

  @Test
  void blocksOfRows() {
    fill(25);
    try (Table table = desk.calendar.getTable()) {
      assertThat(table.getRowCount()).isEqualTo(25);
      assertThat(table.getArray(10)).hasSize(10);
      assertThat(table.getArray(10)).hasSize(10);
      assertThat(table.endOfTable()).isFalse();
      assertThat(table.getArray(10)).hasSize(5);
      assertThat(table.endOfTable()).isTrue();
      assertThat(table.getArray(10)).isEmpty();
      table.moveToStart();
      assertThat(table.getArray(25)).hasSize(25);
      assertThatThrownBy(() -> table.getArray(26)).isInstanceOf(AutomationException.class);
    }
  }

  @Test
  void formattedTextsAreNoColumns() {
    try (Table table = desk.calendar.getTable();
        Columns columns = table.columns()) {
      for (String name :
          List.of("http://schemas.microsoft.com/mapi/proptag/0x10090102", "RTFBody", "Nothing")) {
        assertThatThrownBy(() -> columns.add(name).close()).isInstanceOf(AutomationException.class);
      }
    }
  }

  @Test
  void onlyTheBeginningOfABody() {
    try (AppointmentItem item = desk.appointment()) {
      item.setBody("x".repeat(1000));
      item.save();
    }
    try (Table table = desk.calendar.getTable();
        Columns columns = table.columns()) {
      columns.add("Body").close();
      assertThat(table.getArray(1).getFirst().getLast()).isEqualTo(Variant.of("x".repeat(255)));
    }
  }

  /** "Additions and deletions of the underlying folder are reflected by the rows." */
  @Test
  void rowsMoveWhenItemsComeAndGo() {
    fill(3);
    try (Table table = desk.calendar.getTable();
        Table one = table.restrict("[Subject] = 'No. 1'")) {
      String first = ((Variant.Text) table.getArray(1).getFirst().getFirst()).value();
      try (AppointmentItem item = desk.open(first)) {
        item.delete();
      }
      fill(1);
      assertThat(table.getRowCount()).isEqualTo(3);
      // "No. 1" has moved to the place that was read
      assertThat(table.getArray(1).getFirst().get(1)).isEqualTo(Variant.of("No. 2"));
      assertThat(one.getRowCount()).isEqualTo(1);
    }
  }
}
