package org.tandemsync.convert.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Categories;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.CategoryColors;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Confidentiality;
import org.tandemsync.items.Item;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.Reminder;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.Task;
import org.tandemsync.items.UpcomingReminders;
import org.tandemsync.items.View;
import org.tandemsync.items.Views;

/** Cases of options that act in a view of the items and in no lens. */
final class ViewCases {
  private static final Views CONFIDENTIAL =
      new Views(
          List.of(
              new Confidentiality(
                  Map.of(Sensitivity.PRIVATE, Sensitivity.CONFIDENTIAL),
                  Map.of(Sensitivity.CONFIDENTIAL, Sensitivity.PRIVATE))));
  private static final Views PRIVATE =
      new Views(
          List.of(new Confidentiality(Map.of(), Map.of(Sensitivity.NORMAL, Sensitivity.PRIVATE))));

  private ViewCases() {}

  private static void assertWritten(Views views, Item item, String... lines) {
    Item shown = views.shown(item);
    Case.assertLines(Texts.lens(shown).create(shown, "s"), lines);
  }

  private static Appointment understood(Views views, String lines) {
    return (Appointment)
        views.understood(Texts.understood(Texts.event(Texts.NINE + " / " + lines)).item());
  }

  static void privateAsConfidential() {
    Appointment item = Texts.nine().sensitivity(Sensitivity.PRIVATE).build();
    assertWritten(CONFIDENTIAL, item, "CLASS:CONFIDENTIAL");
    assertThat(understood(CONFIDENTIAL, "CLASS:CONFIDENTIAL").sensitivity())
        .isEqualTo(Sensitivity.PRIVATE);
    assertThat(understood(Views.NONE, "CLASS:CONFIDENTIAL").sensitivity())
        .isEqualTo(Sensitivity.CONFIDENTIAL);
  }

  static void publicAsPrivate() {
    for (String line : List.of("SUMMARY:x", "CLASS:PUBLIC")) {
      assertThat(understood(PRIVATE, line).sensitivity()).isEqualTo(Sensitivity.PRIVATE);
      assertThat(understood(Views.NONE, line).sensitivity()).isEqualTo(Sensitivity.NORMAL);
    }
  }

  /** Left alone: neither compared nor written, so the server's alarm stays as it is. */
  static void pastReminder() {
    View upcoming =
        new UpcomingReminders(
            Instant.parse("2024-06-01T12:00:00Z"),
            zone -> Optional.of(ZoneId.of("Europe/Vienna")),
            ZoneId.of("Europe/Vienna"));
    Appointment past =
        (Appointment)
            Texts.understood(
                    Texts.event(
                        "DTSTART:20240501T070000Z / DTEND:20240501T080000Z / BEGIN:VALARM /"
                            + " ACTION:DISPLAY / TRIGGER:-PT15M / END:VALARM"))
                .item();
    assertThat(past.reminder()).isEqualTo(Reminder.before(15));
    assertThat(upcoming.aside(past)).containsExactly("reminder");
    assertThat(upcoming.aside(Texts.nine().reminder(Reminder.before(15)).build())).isEmpty();
    assertThat(Views.NONE.aside(past)).isEmpty();
  }

  private static Views filter(boolean negated, String name) {
    return new Views(List.of(new CategoryFilter(List.of(name), false, negated)));
  }

  static void taskInFilter() {
    Task task =
        (Task)
            filter(false, "Private").understood(Texts.understood(Texts.task("SUMMARY:x")).item());
    assertThat(task.categories().names()).containsExactly("Private");
  }

  static void filterFromTheServer() {
    Views views = filter(false, "Private");
    Appointment item = understood(views, "SUMMARY:x");
    assertThat(item.categories().names()).containsExactly("Private");
    assertWritten(views, item, "!CATEGORIES");
    Appointment two = understood(views, "CATEGORIES:Work,private");
    assertThat(two.categories().names()).containsExactly("Work", "private");
    assertWritten(views, two, "CATEGORIES:Work");
  }

  static void negatedFilter() {
    Views views = filter(true, "Private");
    assertThat(understood(views, "SUMMARY:x").categories().names()).isEmpty();
  }

  static void oddNameAsFilter() {
    Views views = filter(false, "O'Brien");
    Appointment item = understood(views, "SUMMARY:x");
    assertThat(item.categories().names()).containsExactly("O'Brien");
    CategoryFilter filter = new CategoryFilter(List.of("O'Brien"), false, false);
    assertThat(filter.includes(item)).isTrue();
    assertThat(filter.includes(Texts.nine().categories(Categories.of("OBrien")).build())).isFalse();
  }

  private static Views colors(String name, CategoryColor color) {
    return new Views(
        List.of(
            new CategoryColors(
                new MasterCategoryList(List.of(new MasterCategoryList.Category(name, color, 0))))));
  }

  static void colorOfACategory() {
    Views views = colors("Urgent", CategoryColor.RED);
    Appointment item = understood(views, "COLOR:red / CATEGORIES:Work");
    assertThat(item.categories().names()).containsExactly("Urgent", "Work");
    Appointment again = understood(views, "COLOR:red / CATEGORIES:Work,Urgent");
    assertThat(again.categories().names()).containsExactly("Urgent", "Work");
    assertWritten(views, item, "COLOR:red", "CATEGORIES:Urgent,Work");
    String kept = Texts.event(Texts.NINE + " / COLOR:#ff0000 / CATEGORIES:Urgent");
    Item shown = views.shown(understood(views, "COLOR:#ff0000 / CATEGORIES:Urgent"));
    assertThat(Texts.EVENTS.update(kept, shown, Set.of("color", "categories"), "s")).isSameAs(kept);
  }

  static void nameOfAnotherColor() {
    Appointment item = understood(colors("blue", CategoryColor.GREEN), "COLOR:blue");
    assertThat(item.categories().names()).isEmpty();
    assertThat(item.color()).isEqualTo("blue");
    Appointment own = Texts.nine().categories(Categories.of("blue")).build();
    assertWritten(colors("blue", CategoryColor.GREEN), own, "CATEGORIES:blue", "COLOR:green");
  }
}
