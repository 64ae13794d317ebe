package org.tandemsync.services.configuration;

import java.nio.file.Path;

/**
 * Reads endpoints as they are typed: {@code pst:FILE#FOLDER}, {@code dav:URL}, {@code folder:DIR}.
 *
 * @param base what relative paths are relative to
 * @param home what {@code ~} stands for
 */
public record Endpoints(Path base, Path home, Configuration configuration) {

  /**
   * The endpoint that a text names. A {@code dav:} one is asked as the user of the stored account
   * at the same server; {@code dav:https://alice@host/} says which if there are several.
   *
   * @throws IllegalArgumentException with a message for people if it is none
   */
  public Endpoint parse(String text) {
    throw new UnsupportedOperationException(text);
  }
}
