package org.tandemsync.outlook.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.standin.Desk;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Revision;

final class FolderListingTest {
  private static final UUID APPOINTMENT = UUID.fromString("00062002-0000-0000-c000-000000000046");
  private static final UUID MEETING = UUID.fromString("6ed8da90-450b-101b-98da-00aa003f1305");

  /** What appointments are paired by. */
  private static final List<MapiName> KEYS =
      List.of(
          MapiName.tag(0x0037, MapiName.TEXT),
          MapiName.number(APPOINTMENT, 0x820D, MapiName.TIME),
          MapiName.number(APPOINTMENT, 0x820E, MapiName.TIME),
          MapiName.number(APPOINTMENT, 0x8215, MapiName.FLAG),
          MapiName.number(MEETING, 0x0003, MapiName.BINARY));

  private static final LocalDateTime JULY = LocalDateTime.of(2026, 7, 1, 9, 0);

  private final Desk desk = new Desk();

  @AfterEach
  void everyReferenceIsReleased() {
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  private FolderListing listing() {
    return FolderListing.of(desk.calendar, KEYS);
  }

  @Test
  void tenThousandAppointmentsAreListedWithFewCallsAndNoneIsOpened() {
    for (int i = 0; i < 10_000; i++) {
      desk.appointment("No. " + i, JULY.plusHours(i));
    }
    int before = desk.outlook.calls();
    int opened = desk.outlook.callsByMember().getOrDefault("NameSpace.GetItemFromID", 0);
    FolderListing listing = listing();
    int calls = desk.outlook.calls() - before;
    System.out.println("10,000 appointments were listed with " + calls + " calls");
    assertThat(listing.complete()).isTrue();
    assertThat(listing.items()).hasSize(10_000);
    assertThat(calls).isLessThan(100);
    assertThat(desk.outlook.callsByMember().getOrDefault("NameSpace.GetItemFromID", 0))
        .isEqualTo(opened);
  }

  @Test
  void rowsHaveIdClassAndKeys() {
    String id = desk.appointment("Review", JULY);
    ListedItem item = listing().items().getFirst();
    assertThat(item.id()).isEqualTo(new ItemId(id));
    assertThat(item.messageClass()).isEqualTo("IPM.Appointment");
    assertThat(item.keys())
        .containsEntry(KEYS.get(0), Variant.of("Review"))
        .containsEntry(KEYS.get(1), Variant.of(JULY.minusHours(2)))
        .doesNotContainKey(KEYS.get(3));
  }

  @Test
  void aChangeIsAnotherRevision() {
    String id = desk.appointment("Review", JULY);
    Revision before = listing().items().getFirst().revision();
    assertThat(listing().items().getFirst().revision()).isEqualTo(before);
    desk.later();
    try (AppointmentItem item = desk.open(id)) {
      item.setSubject("Retrospective");
      item.save();
    }
    assertThat(listing().items().getFirst().revision()).isNotEqualTo(before);
  }

  /** Two changes within the resolution of a time. */
  @Test
  void theChangeKeyTellsWhatTheTimeDoesNot() {
    String id = desk.appointment("Review", JULY);
    Revision before = changed(id, "Review I");
    assertThat(changed(id, "Review II")).isNotEqualTo(before);
  }

  private Revision changed(String id, String subject) {
    try (AppointmentItem item = desk.open(id)) {
      item.setSubject(subject);
      item.save();
    }
    return listing().items().getFirst().revision();
  }

  @Test
  void anEmptyFolderIsCompletelyEmpty() {
    assertThat(listing()).isEqualTo(new FolderListing(List.of(), true));
  }

  /** As Microsoft's pages describe the array, against what programs do with it. */
  @Test
  void columnsMayComeFirst() {
    for (int i : List.of(1, 5, 9, 700)) {
      IntStream.range(0, i).forEach(n -> desk.appointment("No. " + n, JULY.plusHours(n)));
      List<ListedItem> usual = listing().items();
      assertThat(FolderListing.of(new Folder(new Turned(folder())), KEYS).items()).isEqualTo(usual);
    }
  }

  private Dispatch folder() {
    return new Shared(desk.calendar.dispatch());
  }

  @Test
  void whatIsNoTableIsAnError() {
    desk.appointment("Review", JULY);
    try (Folder folder = new Folder(new Broken(folder()))) {
      assertThatThrownBy(() -> FolderListing.of(folder, KEYS))
          .isInstanceOf(AutomationException.class);
    }
  }

  /** Somebody deletes the first item after each block: what moved up may have been missed. */
  @Test
  void aFolderThatNeverRestsIsNotComplete() {
    for (int i = 0; i < 1_100; i++) {
      desk.appointment("No. " + i, JULY.plusHours(i));
    }
    List<ListedItem> all = listing().items();
    int[] gone = {0};
    Dispatch restless =
        new AfterEachBlock(
            folder(),
            () -> {
              try (AppointmentItem item = desk.open(all.get(gone[0]++).id().value())) {
                item.delete();
              }
            });
    FolderListing listing = FolderListing.of(new Folder(restless), KEYS);
    assertThat(listing.complete()).isFalse();
    assertThat(listing()).satisfies(l -> assertThat(l.complete()).isTrue());
  }

  // ---- what stands between the listing and the folder

  /** Passes everything on. */
  private static class Passing implements Dispatch {
    final Dispatch inner;

    Passing(Dispatch inner) {
      this.inner = inner;
    }

    Dispatch around(Dispatch object) {
      return new Passing(object);
    }

    private Variant wrapped(Variant value) {
      return value instanceof Variant.Reference(Dispatch object)
          ? Variant.of(around(object))
          : value;
    }

    @Override
    public Variant get(String property) {
      return wrapped(inner.get(property));
    }

    @Override
    public void put(String property, Variant value) {
      inner.put(property, value);
    }

    @Override
    public Variant call(String method, Variant... arguments) {
      return wrapped(inner.call(method, arguments));
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  /** Somebody else closes it. */
  private static final class Shared extends Passing {
    Shared(Dispatch inner) {
      super(inner);
    }

    @Override
    public void close() {}
  }

  private static final class Turned extends Passing {
    Turned(Dispatch inner) {
      super(inner);
    }

    @Override
    Dispatch around(Dispatch object) {
      return new Turned(object);
    }

    @Override
    public Variant call(String method, Variant... arguments) {
      Variant answer = super.call(method, arguments);
      if (!(answer instanceof Variant.Matrix(List<List<Variant>> rows)) || rows.isEmpty()) {
        return answer;
      }
      return new Variant.Matrix(
          IntStream.range(0, rows.getFirst().size())
              .mapToObj(i -> rows.stream().map(r -> r.get(i)).toList())
              .toList());
    }
  }

  private static final class Broken extends Passing {
    Broken(Dispatch inner) {
      super(inner);
    }

    @Override
    Dispatch around(Dispatch object) {
      return new Broken(object);
    }

    @Override
    public Variant call(String method, Variant... arguments) {
      return method.equals("GetArray")
          ? new Variant.Matrix(List.of(List.of(Variant.of("?"))))
          : super.call(method, arguments);
    }
  }

  private static final class AfterEachBlock extends Passing {
    private final Runnable then;

    AfterEachBlock(Dispatch inner, Runnable then) {
      super(inner);
      this.then = then;
    }

    @Override
    Dispatch around(Dispatch object) {
      return new AfterEachBlock(object, then);
    }

    @Override
    public Variant call(String method, Variant... arguments) {
      Variant answer = super.call(method, arguments);
      if (method.equals("GetArray")) {
        then.run();
      }
      return answer;
    }
  }
}
