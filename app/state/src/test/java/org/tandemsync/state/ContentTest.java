package org.tandemsync.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.items.Photo;
import org.tandemsync.services.json.ItemJson;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.services.json.PartedJson;
import org.tandemsync.services.json.RecentItems;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;

class ContentTest {
  private static final int PICTURE = 40_000;

  private static Contact contact(int picture, int notes) {
    byte[] bytes = new byte[picture];
    new Random(picture).nextBytes(bytes);
    return Contact.builder()
        .uid("u")
        .fullName("Ä \uD83D\uDE00")
        .notes(Body.plain("x".repeat(notes)))
        .photo(picture == 0 ? null : new Photo(Bytes.of(bytes), "image/jpeg"))
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, PICTURE})
  void anItemIsReadAgain(int picture) {
    for (int notes : new int[] {0, 1000}) {
      Item item = contact(picture, notes);
      assertThat(ItemJson.read(Content.unpack(Content.of(item)))).isEqualTo(item);
    }
  }

  /** Not as text in JSON, which is a third longer. */
  @Test
  void aPictureTakesItsOwnLength() {
    assertThat(Content.of(contact(PICTURE, 0)).length).isBetween(PICTURE, PICTURE + 300);
  }

  @Test
  void whatEarlierVersionsWroteIsRead() {
    Item item = contact(PICTURE, 10);
    assertThat(ItemJson.read(Content.unpack(Content.pack(ItemJson.write(item))))).isEqualTo(item);
  }

  @Test
  void anIntentHoldsAPictureOnce() {
    Contact item = contact(PICTURE, 10);
    Contact other = contact(PICTURE + 1, 10);
    assertThat(intent(item, item)).hasSizeBetween(PICTURE, PICTURE + 700);
    assertThat(intent(item, item.withUid("other"))).hasSizeBetween(PICTURE, PICTURE + 700);
    assertThat(intent(item, other)).hasSizeBetween(2 * PICTURE, 2 * PICTURE + 700);
    assertThat(intent(contact(0, 10), other)).hasSizeBetween(PICTURE, PICTURE + 700);
  }

  private static byte[] intent(Contact there, Contact wanted) {
    RecentItems items = new RecentItems();
    LinkId link = new LinkId("1");
    Intent<Item> intent =
        new Intent<>(
            link,
            new Replica<>(new ItemId("a"), new Revision("r"), there, null),
            null,
            null,
            new Effect.Create<>("u", wanted, new Stamp(link, 1), "title"),
            java.util.Set.of("photo"),
            java.util.Set.of());
    byte[] content = Content.plain(LedgerJson.writeIntent(intent, items));
    assertThat(LedgerJson.readIntent(Content.unpack(content))).isEqualTo(intent);
    assertThat(ItemJson.read(Content.unpack(Content.packed(items.json(wanted))))).isEqualTo(wanted);
    return content;
  }

  /** Whatever is cut off or changed in front of the parts, an answer comes and no surprise. */
  @Test
  void damageIsToldAsSuch() {
    byte[] content = Content.of(contact(300, 10));
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> ItemJson.read(Content.unpack(cut)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int at = 0; at < 9; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = content.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThatThrownBy(() -> ItemJson.read(Content.unpack(changed)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void aPartThatIsNotThereIsDamage() {
    String json = "{\"kind\":\"contact\",\"photo\":{\"content\":{\"part\":1}}}";
    List<Bytes> parts = List.of(Bytes.of("x".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> ItemJson.read(new PartedJson(json, parts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("part 1");
  }
}
