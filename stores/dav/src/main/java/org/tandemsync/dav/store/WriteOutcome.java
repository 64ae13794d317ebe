package org.tandemsync.dav.store;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.Preconditions;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Written;

/** What the answer to a write means, in plain words where it is a failure. */
final class WriteOutcome {

  /** What was asked for. */
  enum Kind {
    CREATE("PUT"),
    UPDATE("PUT"),
    DELETE("DELETE");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    /** The request that does it. */
    String method() {
      return method;
    }
  }

  /** Failed conditions of RFC 4791 5.3.2.1, RFC 6352 6.3.2.1, RFC 3744 and RFC 4331. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("valid-calendar-data", "the server finds its content invalid"),
          Map.entry("valid-address-data", "the server finds its content invalid"),
          Map.entry("valid-calendar-object-resource", "the server does not accept its structure"),
          Map.entry(
              "supported-calendar-data", "the server does not take iCalendar of this version"),
          Map.entry("supported-address-data", "the server does not take vCards of this version"),
          Map.entry("supported-calendar-component", "this calendar does not take such items"),
          Map.entry("max-resource-size", "it is larger than the server allows"),
          Map.entry("max-attendees-per-instance", "it has more attendees than the server allows"),
          Map.entry("max-instances", "it has more occurrences than the server allows"),
          Map.entry("min-date-time", "it is earlier than the server allows"),
          Map.entry("max-date-time", "it is later than the server allows"),
          Map.entry("need-privileges", "the account has no right to do this"),
          Map.entry("quota-not-exceeded", "the account has no room left on the server"),
          Map.entry("sufficient-disk-space", "the server has no room left"),
          Map.entry("no-uid-conflict", "another item of the collection has the same UID"));

  private WriteOutcome() {}

  /**
   * The outcome of an answer that is no success.
   *
   * @param at the item that has the identity, if the server said
   */
  static Written of(Kind kind, Answer answer, @Nullable ItemId own, Optional<ItemId> at) {
    String reason = words(answer);
    if (isUidTaken(answer)) {
      return kind == Kind.CREATE
          ? new Written.Exists(at.orElse(null), reason)
          : new Written.Refused(reason);
    }
    if (answer.error().conditions().stream().anyMatch(c -> WORDS.containsKey(c.getLocalPart()))) {
      return new Written.Refused(reason);
    }
    return switch (answer.status()) {
      case 412 -> kind == Kind.CREATE ? new Written.Exists(own, reason) : new Written.Stale();
      case 404, 410 -> kind == Kind.CREATE ? new Written.Refused(reason) : new Written.Gone();
      case 300, 301, 302, 303, 304, 307, 308, 409, 423, 425, 501, 503, 505 ->
          new Written.NotDone(reason);
      case 408 -> new Written.Unknown(reason);
      default ->
          answer.status() >= 500 && answer.status() != 507
              ? new Written.Unknown(reason)
              : new Written.Refused(reason);
    };
  }

  /** SOGo and Nextcloud say it in words only. */
  private static boolean isUidTaken(Answer answer) {
    Preconditions error = answer.error();
    String text = (error.text() + " " + answer.excerpt()).toLowerCase(Locale.ROOT);
    return error.has("no-uid-conflict")
        || (answer.status() >= 400
            && answer.status() < 500
            && text.matches(".*\\buid\\b.*\\balready\\b.*"));
  }

  private static String words(Answer answer) {
    return answer.error().conditions().stream()
            .map(c -> WORDS.get(c.getLocalPart()))
            .filter(w -> w != null)
            .findFirst()
            .orElseGet(() -> byStatus(answer.status()))
        + ": "
        + answer.describe();
  }

  private static String byStatus(int status) {
    return switch (status) {
      case 403 -> "the server does not allow it";
      case 413 -> "it is larger than the server allows";
      case 415 -> "the server does not take this kind of content";
      case 423 -> "it is locked on the server";
      case 429, 503 -> "the server asks for a pause";
      case 507 -> "the server has no room left";
      case 412 -> "something is there already";
      default -> status >= 500 ? "the server failed" : "the server refused it";
    };
  }
}
