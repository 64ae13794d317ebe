package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file with faults in it; nothing of it was applied. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  public InvalidConfiguration(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }

  /** A fault at a place of a file; lines and columns count from 1. */
  public record Fault(Path file, int line, int column, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column + ": " + message;
    }
  }
}
