package org.tandemsync.services;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * What comes from the machine and is different in tests.
 *
 * @param zone the zone of the person where a profile names none
 */
public record Surroundings(InstantSource clock, ZoneId zone, RandomGenerator random) {}
