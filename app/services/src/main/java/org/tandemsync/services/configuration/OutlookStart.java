package org.tandemsync.services.configuration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a profile does where Outlook does not run. One that runs is taken in any case. */
public enum OutlookStart {
  /** It waits until somebody starts Outlook. */
  WAIT("wait"),
  /** Outlook is started without a window, and ended after the run if nobody has opened one. */
  HIDDEN("hidden");

  static final Map<String, OutlookStart> WORDS =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  OutlookStart::label, s -> s, (first, _) -> first, LinkedHashMap::new));

  private final String label;

  OutlookStart(String label) {
    this.label = label;
  }

  /** The word of the configuration file. */
  public String label() {
    return label;
  }
}
