package org.tandemsync.windows.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** Calls through tables of functions to an object that lives in native memory. */
final class ComDispatchTest {
  private static final UUID ITEMS = UUID.fromString("00063041-0000-0000-C000-000000000046");
  private static final UUID EVENTS = UUID.fromString("00063077-0000-0000-C000-000000000046");

  private final TestMemory memory = new TestMemory();
  private final ApartmentObjects objects =
      new ApartmentObjects(
          new Turn() {
            @Override
            public <R> R on(Supplier<R> work) {
              return work.get();
            }

            @Override
            public void later(Runnable work) {
              work.run();
            }
          },
          memory);
  private final FakeObject fake = new FakeObject(memory, ITEMS);
  private final Dispatch dispatch = objects.object(fake.pointer());

  @AfterEach
  void everythingIsGivenBack() {
    dispatch.close();
    dispatch.close();
    assertThat(fake.references).isZero();
    assertThat(memory.open()).isZero();
  }

  @Test
  void propertiesAndMethodsWithArgumentsInTheirOrder() {
    fake.answers.put("Subject", Variant.of("Tea"));
    fake.answers.put("Find", Variant.of(3));
    assertThat(dispatch.get("Subject")).isEqualTo(Variant.of("Tea"));
    assertThat(
            dispatch.call(
                "Find", Variant.of("a"), Variant.of(2), Variant.MISSING, Variant.of(true)))
        .isEqualTo(Variant.of(3));
    dispatch.put("Subject", Variant.of("Coffee"));
    assertThat(fake.log)
        .containsExactly(
            "GetTypeInfo",
            "GetIDsOfNames Subject",
            "Subject 2",
            "GetIDsOfNames Find",
            "Find 3 'a' 2 error 80020004 bool -1",
            "Subject 4 'Coffee' named -3");
  }

  /** Another object of the same interface asks for no name again. */
  @Test
  void namesAreRememberedForAnInterface() {
    fake.answers.put("Count", Variant.of(1));
    dispatch.get("Count");
    dispatch.get("Count");
    fake.references++;
    try (Dispatch again = objects.object(fake.pointer())) {
      again.get("Count");
    }
    assertThat(fake.log)
        .filteredOn(l -> l.startsWith("GetIDsOfNames"))
        .containsExactly("GetIDsOfNames Count");
    FakeObject other =
        new FakeObject(memory, UUID.fromString("00063006-0000-0000-C000-000000000046"));
    other.answers.put("Name", Variant.of(""));
    other.answers.put("Count", Variant.of(5));
    try (Dispatch folder = objects.object(other.pointer())) {
      folder.get("Name");
      assertThat(folder.get("Count")).isEqualTo(Variant.of(5));
    }
    assertThat(other.references).isZero();
  }

  @Test
  void anObjectThatComesBackIsAReferenceOfItsOwn() {
    FakeObject item = new FakeObject(memory, ITEMS);
    item.answers.put("Subject", Variant.of("inner"));
    Dispatch lent = objects.object(item.pointer());
    fake.answers.put("GetFirst", Variant.of(lent));
    try (Dispatch got = ((Variant.Reference) dispatch.call("GetFirst")).value()) {
      assertThat(item.references).isEqualTo(2);
      assertThat(got.get("Subject")).isEqualTo(Variant.of("inner"));
    }
    assertThat(item.references).isEqualTo(1);
    // and one that is passed is lent
    dispatch.put("GetFirst", Variant.of(lent));
    assertThat(item.references).isEqualTo(1);
    lent.close();
    assertThat(item.references).isZero();
    assertThatThrownBy(() -> lent.get("Subject")).isInstanceOf(AutomationException.class);
  }

  @Test
  void failuresSayWhatTheObjectSays() {
    fake.answers.put("Save", Variant.NOTHING);
    fake.failure = "Das Element wurde verschoben.";
    fake.status = HResult.MAPI_E_OBJECT_DELETED.code();
    assertThatThrownBy(() -> dispatch.call("Save"))
        .hasMessage("Save: Das Element wurde verschoben. (0x8004010A)")
        .extracting(e -> ((AutomationException) e).result())
        .isEqualTo(HResult.MAPI_E_OBJECT_DELETED);
    fake.failure = null;
    fake.status = HResult.RPC_E_CALL_REJECTED.code();
    assertThatThrownBy(() -> dispatch.call("Save"))
        .extracting(e -> ((AutomationException) e).result().busy())
        .isEqualTo(true);
    assertThatThrownBy(() -> dispatch.call("Sav"))
        .extracting(e -> ((AutomationException) e).result())
        .isEqualTo(HResult.DISP_E_UNKNOWNNAME);
  }

  /** What was allocated for the arguments before is given back too. */
  @Test
  void whatCannotBeSentIsRefused() {
    fake.answers.put("Put", Variant.NOTHING);
    assertThatThrownBy(
            () -> dispatch.call("Put", Variant.of("first"), new Variant.Matrix(List.of(List.of()))))
        .isInstanceOf(AutomationException.class);
    assertThat(memory.open()).isZero();
  }

  // ---- events

  @Test
  void eventsArriveWithTheirArgumentsUntilTheConnectionIsEnded() {
    List<String> heard = new ArrayList<>();
    EventSet set = new EventSet(EVENTS, Map.of(0xF001, "ItemAdd", 0xF003, "ItemRemove"));
    FakeObject item = new FakeObject(memory, ITEMS);
    item.answers.put("EntryID", Variant.of("AB"));
    EventSink sink =
        new EventSink(
            set,
            (event, arguments) -> {
              heard.add(event);
              for (Variant argument : arguments) {
                try (Dispatch added = ((Variant.Reference) argument).value()) {
                  heard.add(String.valueOf(added.get("EntryID")));
                }
              }
            },
            objects.variants());
    ConnectionPoint connection = ConnectionPoint.advise(fake.pointer(), EVENTS, sink);
    assertThat(raise(0xF001, item)).isZero();
    assertThat(raise(0xF002, null)).describedAs("nobody listens").isEqualTo(0x80020003);
    assertThat(raise(0xF003, null)).isZero();
    assertThat(heard).containsExactly("ItemAdd", "Text[value=AB]", "ItemRemove");
    assertThat(item.references).isEqualTo(1);
    connection.unadvise();
    assertThat(fake.sink).isNull();
    assertThat(fake.log).contains("unadvise 77");
  }

  @Test
  void aSinkAnswersToItsInterfacesOnly() {
    EventSink sink =
        new EventSink(new EventSet(EVENTS, Map.of()), (e, a) -> {}, objects.variants());
    for (UUID iid : List.of(Guid.UNKNOWN, Guid.DISPATCH, EVENTS)) {
      assertThat(sink.pointer().query(iid).orElseThrow()).isEqualTo(sink.pointer());
      sink.pointer().release();
    }
    assertThat(sink.pointer().query(ITEMS)).isEmpty();
  }

  @Test
  void aListenerThatFailsIsNoFailureOfOutlook() {
    EventSink sink =
        new EventSink(
            new EventSet(EVENTS, Map.of(1, "ItemAdd")),
            (e, a) -> {
              throw new IllegalStateException("ours");
            },
            objects.variants());
    ConnectionPoint connection = ConnectionPoint.advise(fake.pointer(), EVENTS, sink);
    assertThat(raise(1, null)).isZero();
    connection.unadvise();
  }

  private int raise(int event, @Nullable FakeObject argument) {
    try (Memory values = new Memory(VariantMemory.SIZE);
        Memory parameters = new Memory(2L * Native.POINTER_SIZE + 8);
        Memory none = Guid.of(Guid.NULL)) {
      values.clear();
      parameters.clear();
      if (argument != null) {
        values.setShort(0, (short) VarType.DISPATCH);
        values.setPointer(8, argument.pointer().address());
        parameters.setPointer(0, values);
        parameters.setInt(2L * Native.POINTER_SIZE, 1);
      }
      return Objects.requireNonNull(fake.sink)
          .call(
              6,
              event,
              none,
              0x400,
              (short) 1,
              parameters,
              Pointer.NULL,
              Pointer.NULL,
              Pointer.NULL);
    }
  }
}
