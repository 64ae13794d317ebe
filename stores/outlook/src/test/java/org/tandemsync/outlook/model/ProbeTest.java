package org.tandemsync.outlook.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tandemsync.outlook.automation.Variant;

/** That the probe of the contract refuses what the library does not have. */
final class ProbeTest {
  private final Probe item = new Probe("AppointmentItem", new ArrayList<>());
  private final Probe items = new Probe("Items", new ArrayList<>());

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsNotThere() {
    refused(() -> item.get("Betreff"));
    refused(() -> item.get("subject"));
  }

  @Test
  void methodsAsPropertiesAndTheOtherWayRound() {
    refused(() -> item.get("Save"));
    refused(() -> item.call("Subject"));
  }

  @Test
  void readOnlyProperties() {
    refused(() -> item.put("EntryID", Variant.of("00")));
  }

  @Test
  void otherTypes() {
    refused(() -> item.put("Subject", Variant.of(1)));
    refused(() -> item.put("BusyStatus", Variant.of("olFree")));
    refused(() -> item.put("StartTimeZone", Variant.of(items)));
  }

  @Test
  void tooManyArgumentsAndTooFew() {
    refused(() -> items.call("Restrict"));
    refused(() -> items.call("Restrict", Variant.of("a"), Variant.of("b")));
  }
}
