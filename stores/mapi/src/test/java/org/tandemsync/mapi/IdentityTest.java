package org.tandemsync.mapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Bytes;

/** Global object ids, entry ids, streams of members, names of user fields. */
class IdentityTest {
  private static final String GLOBAL = "040000008200e00074c5b7101a82e008";

  private static Span hex(String text) {
    return Span.of(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  @Test
  void theUidIsTheGlobalObjectIdWithoutTheDateOfAnOccurrence() {
    String tail =
        "00000000d08aa8f019ecd10100000000000000001000000033e8e3dab52aeb4e9597cb068b12f50e";
    String uid = "040000008200E00074C5B7101A82E008" + tail.toUpperCase(java.util.Locale.ROOT);
    assertThat(GlobalObjectId.uid(hex(GLOBAL + tail))).contains(uid);
    assertThat(GlobalObjectId.uid(hex(GLOBAL + "07e00817" + tail.substring(8)))).contains(uid);
  }

  @Test
  void theUidOfAnotherProgramIsUnwrapped() {
    String uid = "7\u00fc-event@example.org";
    byte[] text = uid.getBytes(StandardCharsets.UTF_8);
    String size = String.format(java.util.Locale.ROOT, "%02x000000", 12 + text.length + 1);
    Span id =
        hex(
            GLOBAL
                + "00000000"
                + "0000000000000000"
                + "0000000000000000"
                + size
                + "7643616c2d55696401000000"
                + HexFormat.of().formatHex(text)
                + "00");
    assertThat(GlobalObjectId.uid(id)).contains(uid);
  }

  @Test
  void whatIsNoGlobalObjectIdHasNoUid() {
    assertThat(GlobalObjectId.uid(Span.EMPTY)).isEmpty();
    assertThat(GlobalObjectId.uid(Span.of(new byte[60]))).isEmpty();
    assertThat(GlobalObjectId.uid(hex(GLOBAL))).isEmpty();
  }

  private static final String STORE = "00000000 a41d63dbc53b8e4ab8071e15e55750ce 64002000";

  @Test
  void entryIdsOfEveryKind() {
    Bytes key = Bytes.of(HexFormat.of().parseHex("a41d63dbc53b8e4ab8071e15e55750ce"));
    EntryId inStore = parse(STORE);
    assertThat(inStore).isEqualTo(new EntryId.InStore(key, 0x200064));
    EntryId wrapped = parse("00000000 c091add3519dcf11a4a900aa0047faa4 c3" + STORE);
    assertThat(wrapped).isEqualTo(new EntryId.Wrapped(0xC3, inStore));
    assertThat(wrapped.nodeIn(key)).contains(0x200064);
    assertThat(wrapped.nodeIn(Bytes.EMPTY)).isEmpty();
    assertThat(
            parse(
                "00000000 812b1fa4bea310199d6e00dd010f5402 0000 0180 41000000 530000 00"
                    + " 420040006300 0000"))
        .isEqualTo(new EntryId.OneOff("A", "S", "B@c"));
    assertThat(
            parse("00000000 812b1fa4bea310199d6e00dd010f5402 0000 0000 e400 534d545000 61406200"))
        .isEqualTo(new EntryId.OneOff("\u00e4", "SMTP", "a@b"));
    assertThat(parse("00000000 dca740c8c042101ab4b908002b2fe182 01000000 00000000 2f6f3d7800"))
        .isEqualTo(new EntryId.AddressBook("/o=x"));
  }

  @Test
  void unknownAndCutEntryIdsAreKept() {
    for (String id :
        List.of("", "01", "ffffffff0000", "00000000 812b1fa4bea310199d6e00dd010f5402")) {
      assertThat(parse(id)).isInstanceOf(EntryId.Unknown.class);
    }
    String wrap = "00000000 c091add3519dcf11a4a900aa0047faa4 b4";
    assertThat(parse(wrap.repeat(1000))).isInstanceOf(EntryId.Wrapped.class);
  }

  private static EntryId parse(String text) {
    return EntryId.parse(hex(text), CodePages.WESTERN);
  }

  @Test
  void membersOfALongList() {
    Span stream =
        hex(
            "0100 0000 00000000 00000000 02000000 00000000 00000000 00000000"
                + "02000000 aabb 01000000 cc 00000000"
                + "01000000 dd 00000000 00000000"
                + "00000000 00000000");
    MemberStream members = MemberStream.parse(stream);
    assertThat(members.ids())
        .extracting(s -> HexFormat.of().formatHex(s.toArray()))
        .containsExactly("aabb", "dd");
    assertThat(members.oneOffs()).extracting(Span::length).containsExactly(1, 0);
    assertThatThrownBy(() -> MemberStream.parse(stream.slice(0, 40)))
        .isInstanceOf(DamagedException.class);
    assertThat(MemberStream.parse(Span.EMPTY).ids()).isEmpty();
  }

  @Test
  void namesOfUserFields() {
    Span stream =
        hex(
            "0301 02000000"
                + "45000000 0800 00000000 0200 4100 4200 024142 00 00 00 00 01000000"
                + "04000000 01020304 00000000"
                + "45000000 0800 00000000 0100 4300 0143 00 00 00 00 01000000 00000000");
    assertThat(UserFields.names(stream)).containsExactly("AB", "C");
    assertThat(UserFields.names(stream.slice(0, 30))).isEmpty();
  }

  @Test
  void codePagesByNumberAndLanguage() {
    assertThat(CodePages.of(932).orElseThrow().name()).isEqualTo("windows-31j");
    assertThat(CodePages.of(1252).orElseThrow().name()).isEqualTo("windows-1252");
    assertThat(CodePages.of(65001)).contains(StandardCharsets.UTF_8);
    assertThat(CodePages.of(28591)).contains(StandardCharsets.ISO_8859_1);
    assertThat(CodePages.of(850).orElseThrow().name()).isEqualTo("IBM850");
    assertThat(CodePages.of(0)).isEmpty();
    assertThat(CodePages.of(77777)).isEmpty();
    assertThat(CodePages.ofLanguage(1041)).isEqualTo(CodePages.of(932));
    assertThat(CodePages.ofLanguage(1049)).isEqualTo(CodePages.of(1251));
    assertThat(CodePages.ofLanguage(0x0804)).isEqualTo(CodePages.of(936));
    assertThat(CodePages.ofLanguage(1033)).isEqualTo(CodePages.of(1252));
    assertThat(CodePages.ofLanguage(0)).isEqualTo(Optional.empty());
  }
}
