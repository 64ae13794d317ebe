package org.tandemsync.outlook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the definitions are read as they are meant, or checks against them would prove nothing. */
final class TypeLibraryTest {
  private final TypeLibrary library = TypeLibrary.outlook2010();

  @Test
  void everythingIsRead() {
    // as many as "grep -c" finds in the file
    assertThat(library.classes()).hasSize(162);
    assertThat(library.enums()).hasSize(134);
  }

  @Test
  void properties() {
    assertThat(library.member("AppointmentItem", "Subject"))
        .contains(new LibraryMember.Property("Subject", false, "string"));
    assertThat(library.member("AppointmentItem", "EntryID"))
        .contains(new LibraryMember.Property("EntryID", true, "string"));
    assertThat(library.member("AppointmentItem", "StartUTC"))
        .contains(new LibraryMember.Property("StartUTC", false, "VarDate"));
    assertThat(library.member("AppointmentItem", "GetRecurrence")).isEmpty();
  }

  @Test
  void methodsWithTheirParameters() {
    assertThat(library.member("Items", "Sort"))
        .contains(
            new LibraryMember.Method(
                "Sort",
                List.of(
                    new LibraryMember.Parameter("Property", false, "string"),
                    new LibraryMember.Parameter("Descending", true, "any")),
                "void"));
    assertThat(library.member("Application", "CreateItem"))
        .hasValueSatisfying(
            m ->
                assertThat(((LibraryMember.Method) m).parameters())
                    .containsExactly(new LibraryMember.Parameter("ItemType", false, "OlItemType")));
  }

  @Test
  void constantsWithTheirValues() {
    assertThat(library.enums().get("OlBusyStatus"))
        .isEqualTo(Map.of("olFree", 0, "olTentative", 1, "olBusy", 2, "olOutOfOffice", 3));
  }

  @Test
  void eventsWithTheirArguments() {
    assertThat(library.events().get("Items"))
        .isEqualTo(
            Map.of(
                "ItemAdd",
                List.of("Item"),
                "ItemChange",
                List.of("Item"),
                "ItemRemove",
                List.of()));
    assertThat(library.events().get("Folder"))
        .containsEntry("BeforeItemMove", List.of("Item", "MoveTo", "Cancel"));
  }
}
