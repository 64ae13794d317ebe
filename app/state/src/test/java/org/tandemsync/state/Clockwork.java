package org.tandemsync.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.tandemsync.services.Surroundings;

/** A clock that stands until it is set. */
final class Clockwork implements InstantSource {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Surroundings surroundings(long seed) {
    return new Surroundings(this, ZoneOffset.UTC, new SplittableRandom(seed));
  }
}
