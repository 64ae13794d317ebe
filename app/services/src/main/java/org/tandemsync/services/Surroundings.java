package org.tandemsync.services;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What comes from the machine and is different in tests.
 *
 * @param zone the zone of the person where a profile names none
 * @param language of the person, for what others will see: names of folders in a new data file
 * @param environment the environment variables
 */
public record Surroundings(
    InstantSource clock,
    ZoneId zone,
    RandomGenerator random,
    Locale language,
    Map<String, String> environment) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Without environment variables. */
  public Surroundings(InstantSource clock, ZoneId zone, RandomGenerator random, Locale language) {
    this(clock, zone, random, language, Map.of());
  }

  /** A person who speaks English. */
  public Surroundings(InstantSource clock, ZoneId zone, RandomGenerator random) {
    this(clock, zone, random, Locale.ENGLISH);
  }
}
