package org.tandemsync.services.schedule;

import java.util.Set;
import org.tandemsync.services.configuration.Profile;

/** How the service hears of what happens outside. */
public interface Watches {

  /** Watches nothing, and lets every profile run beside every other. */
  Watches NONE =
      new Watches() {
        @Override
        public Set<String> exclusive(Profile profile) {
          return Set.of();
        }

        @Override
        public Watch watch(Profile profile, Wakeups wakeups) {
          return new Watch() {};
        }
      };

  /**
   * What two runs must not use at the same time, by names that are equal for the same thing: a data
   * file, a directory.
   */
  Set<String> exclusive(Profile profile);

  /** Watches the Outlook side of a profile from now on. */
  Watch watch(Profile profile, Wakeups wakeups);

  /** Is told by a watch, from any thread; returns at once. */
  interface Wakeups {

    /** Something has changed that was not written by a run of this profile. */
    void changed();

    /** Outlook has sent and received. */
    void sentAndReceived();

    /**
     * What the profile needs is there, or is not: Outlook was started, or closed. While it is not
     * no run begins.
     */
    void there(boolean there);
  }

  /** One profile's Outlook side, watched until it is closed. All calls come from one thread. */
  interface Watch extends AutoCloseable {

    /**
     * Whether what the profile needs is there in any case. Where it is not known yet no run begins
     * before {@link Wakeups#there} was told.
     */
    default boolean knowsPresence() {
      return true;
    }

    /** Is called every few seconds, for what has to be looked at. */
    default void look() {}

    /** A run of the profile begins. */
    default void runBegins() {}

    /**
     * A run of the profile has ended.
     *
     * @param wrote whether it may have written to the Outlook side
     */
    default void runEnded(boolean wrote) {}

    @Override
    default void close() {}
  }
}
