package org.tandemsync.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** What was proven, how often and with which seed: {@code target/proofs.txt}. */
final class ProofTable {
  private static final Map<String, String> ROWS = new TreeMap<>();
  private static final AtomicInteger LIVES = new AtomicInteger();
  private static final Path FILE = Path.of("target", "proofs.txt");

  private ProofTable() {}

  /** {@code -Dtandem.proofs=N} makes N times as many runs. */
  static int factor() {
    return Integer.getInteger("tandem.proofs", 1);
  }

  /** One more history was lived through. */
  static void lived() {
    LIVES.incrementAndGet();
  }

  static int takeLives() {
    return LIVES.getAndSet(0);
  }

  static synchronized void row(String name, int runs, String seed, String outcome) {
    ROWS.put(name, String.format(Locale.ROOT, "%-58s %8d  %-22s %s", name, runs, seed, outcome));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(Locale.ROOT, "%-58s %8s  %-22s %s%n", "property", "runs", "seed", "outcome"));
    ROWS.values().forEach(row -> text.append(row).append(System.lineSeparator()));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(FILE, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized void print() {
    ROWS.values().forEach(System.out::println);
  }

  /** Writes a row for each property. */
  static final class Hook implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      takeLives();
      PropertyExecutionResult result = property.execute();
      int lives = takeLives();
      row(
          context.label(),
          lives == 0 ? result.countTries() : lives,
          result.seed().orElse(""),
          result.status().toString().toLowerCase(Locale.ROOT));
      return result;
    }
  }
}
