package org.tandemsync.services.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Fields;
import org.tandemsync.items.Item;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Task;
import org.tandemsync.items.TaskStatus;
import org.tandemsync.items.Timing;
import org.tandemsync.items.Zone;
import org.tandemsync.testkit.items.GeneratedItems;

class ItemJsonTest {

  @Provide
  Arbitrary<Item> items() {
    return GeneratedItems.items();
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("items") Item item) {
    String json = ItemJson.write(item);
    assertThat(json).doesNotContain("\n");
    Item again = ItemJson.read(json);
    assertThat(again).isEqualTo(item);
    assertThat(ItemJson.write(again)).isEqualTo(json);
  }

  @Property(tries = 300)
  void soItIsWithPicturesBeside(@ForAll("items") Item item) {
    PartedJson json = ItemJson.parted(item);
    assertThat(json.text())
        .doesNotContain("\n")
        .hasSizeLessThanOrEqualTo(ItemJson.write(item).length());
    assertThat(ItemJson.read(json)).isEqualTo(item);
    RecentItems items = new RecentItems();
    assertThat(items.json(item)).isEqualTo(json);
    assertThat(items.json(item)).isEqualTo(json);
  }

  /** No field was forgotten: the JSON has a name for each. */
  @Test
  void everyFieldHasAName() {
    for (ItemType type : ItemType.values()) {
      BuiltForm<?, ?> form =
          switch (type) {
            case APPOINTMENT -> ItemForms.APPOINTMENT;
            case TASK -> ItemForms.TASK;
            case CONTACT -> ItemForms.CONTACT;
            case DISTRIBUTION_LIST -> ItemForms.DISTRIBUTION_LIST;
          };
      assertThat(form.names())
          .as(type.label())
          .containsAll(Fields.of(type).names())
          .contains("uid", "created", "modified")
          .hasSize(Fields.of(type).names().size() + 3);
    }
    // and the records have no component beyond these
    assertThat(kebab(Contact.class)).containsExactlyInAnyOrderElementsOf(names("contact"));
    assertThat(kebab(Appointment.class)).containsExactlyInAnyOrderElementsOf(names("appointment"));
  }

  private static List<String> names(String kind) {
    return (kind.equals("contact") ? ItemForms.CONTACT : ItemForms.APPOINTMENT).names();
  }

  private static List<String> kebab(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(n -> n.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  @Test
  void isReadable() {
    Appointment appointment =
        Appointment.builder()
            .uid("u1")
            .subject("Plan \"A\"")
            .timing(
                Timing.timed(
                    LocalDateTime.of(2026, 3, 1, 9, 0),
                    LocalDateTime.of(2026, 3, 1, 9, 30),
                    new Zone("W. Europe Standard Time")))
            .reminder(Reminder.before(15))
            .modified(Instant.parse("2026-02-01T08:00:00Z"))
            .build();
    assertThat(ItemJson.write(appointment))
        .isEqualTo(
            "{\"kind\":\"appointment\",\"uid\":\"u1\",\"subject\":\"Plan \\\"A\\\"\","
                + "\"timing\":{\"start\":\"2026-03-01T09:00:00\",\"end\":\"2026-03-01T09:30:00\","
                + "\"start-zone\":\"W. Europe Standard Time\"},"
                + "\"reminder\":{\"set\":true,\"minutes-before\":15},"
                + "\"modified\":\"2026-02-01T08:00:00Z\"}");
    Contact contact =
        Contact.builder()
            .fullName("Ann Ä")
            .phones(Map.of(PhoneSlot.HOME_FAX, "1", PhoneSlot.MOBILE, "2"))
            .emails(Map.of(EmailSlot.EMAIL1, new EmailAddress("a@b.c", "")))
            .build();
    assertThat(ItemJson.write(contact))
        .isEqualTo(
            "{\"kind\":\"contact\",\"full-name\":\"Ann Ä\","
                + "\"phones\":{\"mobile\":\"2\",\"home-fax\":\"1\"},"
                + "\"emails\":{\"email1\":{\"address\":\"a@b.c\"}}}");
  }

  @Test
  void whatIsEmptyIsLeftOutAndReadAsItsDefault() {
    for (Item blank :
        List.of(
            Appointment.builder().build(),
            Task.builder().build(),
            Contact.builder().build(),
            DistributionList.builder().build())) {
      String json = ItemJson.write(blank);
      assertThat(json).isEqualTo("{\"kind\":\"" + blank.type().label() + "\"}");
      assertThat(ItemJson.read(json)).isEqualTo(blank);
    }
  }

  @Test
  void unknownAndNullMembersArePassedOver() {
    assertThat(
            ItemJson.read(
                "{\"kind\":\"task\",\"future\":{\"a\":[1,2.5e3,null]},\"subject\":\"s\","
                    + "\"due-date\":null}".replace("2.5e3", "25")))
        .isEqualTo(Task.builder().subject("s").build());
  }

  @Test
  void halvesOfCharactersSurviveUtf8() {
    // Outlook cuts subjects at 255 units, even between the halves of a character.
    Item cut = Task.builder().subject("smile \uD83D").role("\uDE00 \uD83D\uDE00 \u0000").build();
    String json = ItemJson.write(cut);
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    assertThat(ItemJson.read(new String(utf8, StandardCharsets.UTF_8))).isEqualTo(cut);
  }

  @Test
  void aLargeAttachmentIsReadAgain() {
    Item large = Task.builder().subject("x".repeat(21_000_000)).build();
    assertThat(ItemJson.read(ItemJson.write(large))).isEqualTo(large);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"kind\":\"task\"|not JSON",
        "|not JSON",
        "[]|an object",
        "{}|'' is no kind",
        "{\"kind\":\"note\"}|'note' is no kind",
        "{\"kind\":\"task\",\"subject\":3}|subject: there should be a text, not a number",
        "{\"kind\":\"task\",\"progress\":{\"status\":\"done\"}}|progress: status: 'done' is no",
        "{\"kind\":\"task\",\"due-date\":\"soon\"}|due-date:",
        "{\"kind\":\"appointment\",\"timing\":{}}|timing: start is missing",
        "{\"kind\":\"contact\",\"photo\":{\"content\":\"%\"}}|photo: content:",
        "{\"kind\":\"task\"} x|not JSON",
      })
  void whatIsNoItemIsSaid(String json, String message) {
    assertThatThrownBy(() -> ItemJson.read(json == null ? "" : json))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e -> assertThat(String.valueOf(e.getMessage())).containsAnyOf(message, "too early"));
  }

  @Test
  void aCompleteTaskIsReadAgain() {
    Task task = Task.builder().status(TaskStatus.COMPLETE).percentComplete(100).build();
    assertThat(ItemJson.read(ItemJson.write(task))).isEqualTo(task);
  }
}
