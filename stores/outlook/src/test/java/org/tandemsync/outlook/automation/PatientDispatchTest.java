package org.tandemsync.outlook.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.model.Application;
import org.tandemsync.outlook.model.AppointmentItem;
import org.tandemsync.outlook.model.OlItemType;
import org.tandemsync.outlook.model.TimeZone;
import org.tandemsync.outlook.model.TimeZones;
import org.tandemsync.outlook.standin.Desk;

final class PatientDispatchTest {
  private static final Patience THREE =
      new Patience(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4)));

  private final Desk desk = new Desk();
  private final List<Duration> paused = new ArrayList<>();
  private final Application application =
      new Application(
          new PatientDispatch(desk.outlook.application().dispatch(), THREE, paused::add));

  @AfterEach
  void everyReferenceIsReleased() {
    application.close();
    desk.close();
    assertThat(desk.outlook.references()).isZero();
  }

  @Test
  void aBusyOutlookIsAskedAgain() {
    desk.outlook.rejectNext(3);
    assertThat(application.name()).isEqualTo("Outlook");
    assertThat(paused).isEqualTo(THREE.pauses());
  }

  @Test
  void inTheEndItFails() {
    desk.outlook.rejectNext(4);
    assertThatThrownBy(application::name)
        .isInstanceOf(AutomationException.class)
        .hasMessageContaining("0x80010001");
  }

  @Test
  void whatComesOutOfItIsPatientTooAndCanBeGivenBack() {
    try (AppointmentItem item =
            new AppointmentItem(application.createItem(OlItemType.olAppointmentItem));
        TimeZones zones = application.timeZones();
        TimeZone tokyo = zones.item("Tokyo Standard Time")) {
      desk.outlook.rejectNext(1);
      item.setSubject("Review");
      desk.outlook.rejectNext(1);
      item.setStartTimeZone(tokyo);
      desk.outlook.rejectNext(1);
      item.save();
      assertThat(item.subject()).isEqualTo("Review");
      assertThat(paused).hasSize(3);
    }
  }

  /** Nobody knows whether the call was carried out. */
  @Test
  void otherFailuresGoThrough() {
    desk.outlook.end();
    assertThatThrownBy(application::name).isInstanceOf(AutomationException.class);
    assertThat(paused).isEmpty();
  }

  @Test
  void theUsualPatienceIsAboutTwoMinutes() {
    Duration all = Patience.USUAL.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(130));
  }
}
