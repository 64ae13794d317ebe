package org.tandemsync.services.configuration;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;
import org.tandemsync.sync.Policy;

/**
 * An Outlook folder and a collection of a server that are kept in step, and how.
 *
 * @param name unique
 * @param active whether {@code sync} without a name includes it
 * @param family what is kept in step, or null for what the Outlook folder holds
 * @param policy direction, extra, conflicts and guard
 * @param every how often, or null for only when asked
 * @param exclude names of fields that are left as they are on both sides
 * @param timeZone the zone of the person, for times and dates without one; null for the system's
 * @param ownAddresses mail addresses of the person: they tell own meetings from received ones;
 *     empty for the user of the account
 * @param options how items are carried across
 */
public record Profile(
    String name,
    boolean active,
    @Nullable Family family,
    OutlookEndpoint outlook,
    ServerEndpoint server,
    Policy policy,
    @Nullable Duration every,
    Set<String> exclude,
    @Nullable ZoneId timeZone,
    Set<String> ownAddresses,
    Options options) {

  public Profile {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a profile has a name");
    }
    exclude = Collections.unmodifiableSet(new LinkedHashSet<>(exclude));
    ownAddresses = Collections.unmodifiableSet(new LinkedHashSet<>(ownAddresses));
  }

  /** A two-way profile with the usual settings. */
  public static Profile twoWay(String name, OutlookEndpoint outlook, ServerEndpoint server) {
    return new Profile(
        name,
        true,
        null,
        outlook,
        server,
        Policy.TWO_WAY,
        null,
        Set.of(),
        null,
        Set.of(),
        Options.USUAL);
  }
}
