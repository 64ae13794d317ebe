package org.tandemsync.convert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.convert.calendar.Events.LENS;
import static org.tandemsync.convert.calendar.Events.TIMES;
import static org.tandemsync.convert.calendar.Events.event;
import static org.tandemsync.convert.calendar.Events.lines;
import static org.tandemsync.convert.calendar.Events.losses;
import static org.tandemsync.convert.calendar.Events.nine;
import static org.tandemsync.convert.calendar.Events.read;
import static org.tandemsync.convert.calendar.Events.written;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemsync.convert.Lenses;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Family;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.Projection;

/** ATTACH as programs write it, the limit, and what is not touched. */
class AttachmentsTest {
  private static final Set<String> FIELD = Set.of("attachments");
  private static final ResourceLens SMALL =
      Lenses.of(Family.EVENTS, Events.SETTINGS.withAttachmentLimit(4));

  private static Attachment file(String name, String text) {
    return new Attachment(name, "", Bytes.of(text.getBytes(StandardCharsets.UTF_8)), "");
  }

  private static Appointment with(Attachment... attachments) {
    return nine().attachments(List.of(attachments)).build();
  }

  /** Two of one name and address, of which the lines say the types or do not. */
  @Test
  void theVerySameComesBeforeWhatMayBeTheSame() {
    String uri = "https://x.example/a";
    Attachment picture = new Attachment("a.txt", "image/png", Bytes.EMPTY, uri);
    Attachment untold = new Attachment("a.txt", "", Bytes.EMPTY, uri);
    String text =
        event(
            TIMES
                + " / ATTACH;FILENAME=a.txt:"
                + uri
                + " / ATTACH;FMTTYPE=text/plain;FILENAME=a.txt;ENCODING=BASE64;VALUE=BINARY:aGk=");
    String after = LENS.update(text, with(picture, untold), FIELD, "s");
    assertThat(read(after).attachments()).containsExactlyInAnyOrder(picture, untold);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Outlook | ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=\"a b.txt\":aGk= | a b.txt |"
            + " none | hi | none",
        "RFC 8607 | ATTACH;VALUE=BINARY;ENCODING=BASE64;FMTTYPE=text/plain;FILENAME=a.txt:aGk= |"
            + " a.txt | text/plain | hi | none",
        "KOrganizer | ATTACH;VALUE=BINARY;ENCODING=BASE64;X-LABEL=a.txt:aGk | a.txt | none | hi |"
            + " none",
        "data URI | ATTACH;FILENAME=a.txt:data:text/plain;base64,aGk= | a.txt | text/plain | hi |"
            + " none",
        "Google Drive | ATTACH;FMTTYPE=application/pdf;FILENAME=a.pdf:https://drive.x/d/1?usp=w |"
            + " a.pdf | application/pdf | none | https://drive.x/d/1?usp=w",
        "managed | ATTACH;MANAGED-ID=9;SIZE=5;FILENAME=a.txt:https://dav.x/att/9 | a.txt | none |"
            + " none | https://dav.x/att/9",
        "empty | ATTACH;VALUE=BINARY;ENCODING=BASE64;FILENAME=a.txt: | a.txt | none | none | none"
      })
  void isRead(String program, String line, String name, String type, String content, String uri) {
    Attachment expected =
        new Attachment(
            name,
            type == null ? "" : type,
            content == null ? Bytes.EMPTY : Bytes.of(content.getBytes(StandardCharsets.UTF_8)),
            uri == null ? "" : uri);
    String text = event(TIMES + " / " + line);
    assertThat(read(text).attachments()).containsExactly(expected);
    assertThat(losses(text)).isEmpty();
    assertThat(LENS.update(text, read(text), Events.ALL, "s")).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ATTACH;VALUE=BINARY;ENCODING=BASE64;FILENAME=a:*** | attachment-not-readable",
        "ATTACH:CID:part3@x.example | attachment-not-readable",
        "X-TANDEM-ATTACHMENT;FILENAME=big:urn:sha256:00 | attachment-too-large"
      })
  void whatCannotBeShownIsALossAndStays(String line, String loss) {
    String text = event(TIMES + " / " + line);
    assertThat(losses(text)).containsExactly(loss);
    String after = LENS.update(text, read(text).toBuilder().subject("x").build(), Events.ALL, "s");
    assertThat(lines(after)).contains(line);
  }

  @Test
  void aFileIsWrittenForEveryProgram() {
    assertThat(lines(written(with(new Attachment("a b.txt", "text/plain", hi(), "")))))
        .contains(
            "ATTACH;FMTTYPE=text/plain;FILENAME=a b.txt;X-FILENAME=a b.txt;ENCODING=BASE64;"
                + "VALUE=BINARY:aGk=");
  }

  private static Bytes hi() {
    return Bytes.of(new byte[] {'h', 'i'});
  }

  @Test
  void onlyTheFileThatChangedIsWritten() {
    String text =
        event(
            TIMES
                + " / ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a:aGk= /"
                + " ATTACH;X-A=1;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=b;SIZE=2:aGk= /"
                + " ATTACH:https://x.example/c");
    String after =
        LENS.update(text, with(file("a", "hi"), file("b", "ho"), file("d", "hu")), FIELD, "s");
    assertThat(lines(after))
        .contains(
            "ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a:aGk=",
            "ATTACH;X-A=1;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=b:aG8=",
            "ATTACH;FILENAME=d;X-FILENAME=d;ENCODING=BASE64;VALUE=BINARY:aHU=")
        .noneMatch(l -> l.contains("x.example"));
  }

  @Test
  void aFileAboveTheLimitIsNamedAndNotTakenForRemoved() {
    Appointment item = with(file("big.txt", "too large"), file("a", "hi"));
    String text = SMALL.create(item, "s");
    assertThat(text).doesNotContain("dG9vIGxhcmdl");
    assertThat(losses(text)).containsExactly("attachment-too-large");
    Appointment back = read(text);
    assertThat(Projection.EVERYTHING.differing(item, back)).isEmpty();
    assertThat(SMALL.update(text, item, FIELD, "s")).isSameAs(text);
    Appointment other = with(file("big.txt", "another one"), file("a", "hi"));
    assertThat(Projection.EVERYTHING.differing(other, back)).containsExactly("attachments");
    String changed = SMALL.update(text, other, FIELD, "s");
    assertThat(Projection.EVERYTHING.differing(other, read(changed))).isEmpty();
  }

  @Test
  void aPathOfTheOwnComputerIsOnlyForOutlook() {
    Attachment link = new Attachment("", "", Bytes.EMPTY, "C:\\Users\\me\\a;b.txt");
    String text = written(with(link));
    assertThat(lines(text)).contains("X-TANDEM-ATTACHMENT:C:\\\\Users\\\\me\\\\a\\;b.txt");
    assertThat(read(text).attachments()).containsExactly(link);
    assertThat(losses(text)).isEmpty();
  }

  /** As in Outlook; the server's copies of a large file would be one for each occurrence. */
  @Test
  void anOccurrenceWithoutAttachmentsHasThoseOfItsSeries() {
    String series =
        "BEGIN:VEVENT / UID:u1 / "
            + TIMES
            + " / RRULE:FREQ=DAILY / ATTACH:https://x.example/a / END:VEVENT / BEGIN:VEVENT /"
            + " UID:u1 / RECURRENCE-ID;TZID=Europe/Vienna:20240612T090000 /"
            + " DTSTART;TZID=Europe/Vienna:20240612T180000 / END:VEVENT";
    String text = Events.calendar(series);
    Appointment item = read(text);
    assertThat(item.exceptions().getFirst().occurrence().attachments())
        .isEqualTo(item.attachments());
    assertThat(lines(written(item))).containsOnlyOnce("ATTACH:https://x.example/a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "standard | CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://m.example/1",
        "Google | X-GOOGLE-CONFERENCE:https://m.example/1",
        "Teams | X-MICROSOFT-SKYPETEAMSMEETINGURL:https://m.example/1"
      })
  void onlineMeetings(String program, String line) {
    String text = event(TIMES + " / CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+43-1 / " + line);
    assertThat(read(text).onlineMeetingUrl()).isEqualTo("https://m.example/1");
    assertThat(losses(text)).containsExactly("conference-not-representable");
    String after =
        LENS.update(
            text,
            nine().onlineMeetingUrl("https://m.example/2").build(),
            Set.of("online-meeting-url"),
            "s");
    assertThat(lines(after))
        .contains(line.replace("/1", "/2"), "CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+43-1");
    String gone = LENS.update(text, nine().build(), Set.of("online-meeting-url"), "s");
    assertThat(lines(gone))
        .contains("CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+43-1")
        .noneMatch(l -> l.contains("m.example"));
  }

  @Test
  void everyFieldOfOutlooksItemsIsCarried() {
    assertThat(EventLens.mapped())
        .containsExactlyInAnyOrderElementsOf(Projection.EVERYTHING.fields(ItemType.APPOINTMENT));
    assertThat(TaskLens.mapped())
        .containsExactlyInAnyOrderElementsOf(Projection.EVERYTHING.fields(ItemType.TASK));
  }

  @Test
  void aManagedFileThatIsReplacedIsNotManagedAnyMore() {
    String text = event(TIMES + " / ATTACH;MANAGED-ID=9;SIZE=5;FILENAME=a.txt:https://dav.x/att/9");
    assertThat(LENS.update(text, read(text), FIELD, "s")).isSameAs(text);
    assertThat(lines(LENS.update(text, with(file("a.txt", "hi")), FIELD, "s")))
        .contains("ATTACH;FILENAME=a.txt;ENCODING=BASE64;VALUE=BINARY:aGk=")
        .noneMatch(l -> l.contains("MANAGED-ID"));
  }
}
