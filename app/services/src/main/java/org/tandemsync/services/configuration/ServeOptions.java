package org.tandemsync.services.configuration;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.serve]}: when {@code tandem serve} runs the profile, beside its interval. Not
 * about how items are carried across.
 *
 * @param onStart whether it runs when the service starts, and when Outlook does
 * @param afterSendReceive whether it runs when Outlook has sent and received
 * @param quietSeconds a change is followed by others: a run waits until it is quiet for so long
 */
public record ServeOptions(boolean onStart, boolean afterSendReceive, int quietSeconds)
    implements OptionGroup {
  public static final ServeOptions USUAL = new ServeOptions(true, false, 10);

  static final String NAME = "serve";

  /** Where it never gets quiet a run comes after so long. */
  public static final Duration NEVER_QUIET = Duration.ofMinutes(5);

  static ServeOptions read(TomlMembers m) {
    m.allow("sync-on-start", "sync-after-send-receive", "quiet-seconds");
    return new ServeOptions(
        m.flag("sync-on-start", USUAL.onStart),
        m.flag("sync-after-send-receive", USUAL.afterSendReceive),
        m.number("quiet-seconds", USUAL.quietSeconds, (int) NEVER_QUIET.toSeconds()));
  }

  public Duration quiet() {
    return Duration.ofSeconds(quietSeconds);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.allOf(Family.class);
  }

  @Override
  public Map<String, Object> unusual() {
    Map<String, Object> unusual = new LinkedHashMap<>();
    if (onStart != USUAL.onStart) {
      unusual.put("sync-on-start", onStart);
    }
    if (afterSendReceive != USUAL.afterSendReceive) {
      unusual.put("sync-after-send-receive", afterSendReceive);
    }
    if (quietSeconds != USUAL.quietSeconds) {
      unusual.put("quiet-seconds", quietSeconds);
    }
    return unusual;
  }
}
