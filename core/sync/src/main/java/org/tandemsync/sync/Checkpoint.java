package org.tandemsync.sync;

/** Where an incremental listing goes on: a sync token. Opaque to the engine. */
public record Checkpoint(String value) {
  public Checkpoint {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a checkpoint is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
