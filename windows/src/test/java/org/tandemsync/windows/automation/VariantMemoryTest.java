package org.tandemsync.windows.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.OaIdl;
import com.sun.jna.platform.win32.Variant.VARIANT;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/** Our layouts against those of JNA, which come from Microsoft's headers. */
final class VariantMemoryTest {
  private final TestMemory memory = new TestMemory();
  private final VariantMemory variants =
      new VariantMemory(
          memory,
          pointer -> {
            throw new AssertionError("no objects here");
          });
  private final Memory at = new Memory(VariantMemory.SIZE);

  @AfterEach
  void everythingIsGivenBack() {
    assertThat(memory.open()).isZero();
  }

  static Stream<Variant> values() {
    return Stream.of(
        Variant.NOTHING,
        Variant.MISSING,
        Variant.of(""),
        Variant.of("Grüße, 日本 \uD83D\uDE00 \0 behind"),
        Variant.of(Integer.MIN_VALUE),
        Variant.of(-1.5),
        new Variant.Currency(new BigDecimal("-922337203685477.5808")),
        Variant.of(true),
        Variant.of(false),
        Variant.of(LocalDateTime.of(4501, 1, 1, 0, 0)),
        new Variant.Failure(HResult.MAPI_E_NOT_FOUND),
        Variant.of(Bytes.EMPTY),
        Variant.of(Bytes.of(new byte[] {0, 1, -1})),
        new Variant.Vector(List.of()),
        new Variant.Vector(
            List.of(Variant.of("a"), Variant.of(1), Variant.of(Bytes.of(new byte[] {7})))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsWrittenIsReadBack(Variant value) {
    at.setMemory(0, VariantMemory.SIZE, (byte) 0x55);
    variants.write(at, value);
    Variant read = variants.read(at);
    if (value instanceof Variant.Currency(BigDecimal amount)) {
      assertThat(((Variant.Currency) read).value()).isEqualByComparingTo(amount);
    } else {
      assertThat(read).isEqualTo(value);
    }
    variants.release(at);
  }

  @Test
  void sizesAreThoseOfTheHeaders() {
    assertThat(new VARIANT().size()).isEqualTo(VariantMemory.SIZE);
    assertThat(new OaIdl.EXCEPINFO().size()).isEqualTo(8 * Native.POINTER_SIZE);
  }

  @Test
  void jnaReadsWhatWeWrite() {
    variants.write(at, Variant.of(42));
    assertThat(new VARIANT(at).intValue()).isEqualTo(42);
    variants.write(at, Variant.of(true));
    assertThat(new VARIANT(at).booleanValue()).isTrue();
    variants.write(at, Variant.of(2.25));
    assertThat(new VARIANT(at).doubleValue()).isEqualTo(2.25);
    variants.write(at, new Variant.Date(45_000.5));
    VARIANT date = new VARIANT(at);
    assertThat(date.getVarType().intValue()).isEqualTo(VarType.DATE);
    assertThat(((OaIdl.DATE) date.getValue()).date).isEqualTo(45_000.5);
    variants.write(at, Variant.MISSING);
    assertThat(new VARIANT(at).getVarType()).isEqualTo(VARIANT.VARIANT_MISSING.getVarType());
    assertThat(((Number) new VARIANT(at).getValue()).intValue()).isEqualTo(0x80020004);
  }

  @Test
  void weReadWhatJnaWrites() {
    assertThat(read(new VARIANT(-7))).isEqualTo(Variant.of(-7));
    assertThat(read(new VARIANT((short) -7))).isEqualTo(Variant.of(-7));
    assertThat(read(new VARIANT(1.5f))).isEqualTo(Variant.of(1.5));
    assertThat(read(new VARIANT(false))).isEqualTo(Variant.of(false));
  }

  private Variant read(VARIANT value) {
    value.write();
    return variants.read(value.getPointer());
  }

  /** The bounds come last dimension first, and of the elements the first dimension is the inner. */
  @Test
  void arraysOfTwoDimensionsAreReadInTheirOrder() {
    Pointer array = memory.array(VarType.I4, 3, 2);
    SafeArray elements = new SafeArray(array);
    assertThat(List.of(elements.length(0), elements.length(1))).containsExactly(3, 2);
    for (int i = 0; i < 6; i++) {
      elements.element(i).setInt(0, i);
    }
    at.clear();
    at.setShort(0, (short) (VarType.ARRAY | VarType.I4));
    at.setPointer(8, array);
    assertThat(variants.read(at))
        .isEqualTo(
            new Variant.Matrix(
                List.of(
                    List.of(Variant.of(0), Variant.of(3)),
                    List.of(Variant.of(1), Variant.of(4)),
                    List.of(Variant.of(2), Variant.of(5)))));
    memory.clear(at);
  }

  @Test
  void arraysOfTextsAndOfNothing() {
    Pointer array = memory.array(VarType.BSTR, 2);
    new SafeArray(array).element(1).setPointer(0, memory.text("b"));
    at.clear();
    at.setShort(0, (short) (VarType.ARRAY | VarType.BSTR));
    at.setPointer(8, array);
    assertThat(variants.read(at)).isEqualTo(Variant.of(List.of("", "b")));
    memory.clear(at);
    at.setShort(0, (short) (VarType.ARRAY | VarType.VARIANT));
    assertThat(variants.read(at)).isEqualTo(Variant.NOTHING);
  }

  @Test
  void valuesBehindPointersAndDecimals() {
    Memory flag = new Memory(2);
    flag.setShort(0, (short) -1);
    at.clear();
    at.setShort(0, (short) (VarType.BYREF | VarType.BOOL));
    at.setPointer(8, flag);
    assertThat(variants.read(at)).isEqualTo(Variant.of(true));

    at.clear();
    at.setShort(0, (short) VarType.DECIMAL);
    at.setByte(2, (byte) 3);
    at.setByte(3, (byte) 0x80);
    at.setInt(4, 1);
    at.setLong(8, 5);
    assertThat(variants.read(at))
        .isEqualTo(new Variant.Currency(new BigDecimal("-18446744073709551.621")));
  }

  @Test
  void whatOutlookDoesNotUseIsAnError() {
    at.clear();
    at.setShort(0, (short) 36); // VT_RECORD
    assertThatThrownBy(() -> variants.read(at))
        .isInstanceOf(AutomationException.class)
        .extracting(e -> ((AutomationException) e).result())
        .isEqualTo(HResult.DISP_E_BADVARTYPE);
    Pointer array = memory.array(VarType.I4, 1, 1, 1);
    at.setShort(0, (short) (VarType.ARRAY | VarType.I4));
    at.setPointer(8, array);
    assertThatThrownBy(() -> variants.read(at)).isInstanceOf(AutomationException.class);
    array.setShort(0, (short) 1);
    array.setInt(Native.POINTER_SIZE == 8 ? 24 : 16, -1);
    assertThatThrownBy(() -> variants.read(at)).hasMessageContaining("4294967295 elements");
    memory.free(array);
  }

  @Test
  void guidsAreWrittenAsWindowsDoes() {
    UUID id = UUID.fromString("00063077-0000-0000-C000-000000000046");
    try (Memory written = Guid.of(id)) {
      assertThat(Guid.read(written)).isEqualTo(id);
      assertThat(
              new com.sun.jna.platform.win32.Guid.GUID(written.getByteArray(0, 16)).toGuidString())
          .isNotEmpty();
      assertThat(written.getByteArray(0, 4)).containsExactly(0x77, 0x30, 0x06, 0x00);
      assertThat(written.getByteArray(8, 8)).containsExactly(0xC0, 0, 0, 0, 0, 0, 0, 0x46);
    }
  }
}
