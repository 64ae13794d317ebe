package org.tandemsync.outlook.automation;

import java.time.Duration;
import java.util.List;

/**
 * How often, and after which pauses, a call is repeated that was not taken because the other side
 * was busy: Outlook shows a dialog, is starting, or somebody drags an item.
 *
 * @param pauses before each repetition; after the last one the call fails
 */
public record Patience(List<Duration> pauses) {
  /** About two minutes. */
  public static final Patience USUAL =
      new Patience(
          List.of(100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000).stream()
              .map(Duration::ofMillis)
              .toList());

  public Patience {
    pauses = List.copyOf(pauses);
  }

  /** Lets time pass. */
  public interface Pause {
    void of(Duration time);
  }
}
