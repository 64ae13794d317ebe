package org.tandemsync.services.schedule;

import org.tandemsync.services.RunResult;
import org.tandemsync.sync.StoreException;

/** What the end of a run means for the next one. */
final class ServiceEnd {
  private ServiceEnd() {}

  static Schedule.End of(RunResult result) {
    return switch (result) {
      case RunResult.Ran ran -> {
        StoreException stopped = ran.report().stopped();
        yield stopped == null ? new Schedule.End.Well() : failed(stopped);
      }
      case RunResult.CouldNotRun not ->
          not.cause() == null ? new Schedule.End.Failed(false, null) : failed(not.cause());
    };
  }

  private static Schedule.End failed(StoreException why) {
    boolean passing =
        switch (why.reason()) {
          case UNREACHABLE, OVERLOADED, BUSY -> true;
          case UNAUTHORIZED, NOT_FOUND, DAMAGED, FULL -> false;
        };
    return new Schedule.End.Failed(passing, why.retryAfter());
  }
}
