package org.tandemsync.dav.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.tandemsync.convert.FreeBusy;
import org.tandemsync.convert.Lenses;
import org.tandemsync.dav.client.Answer;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.dav.client.Excerpt;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.Names;
import org.tandemsync.dav.client.Response;
import org.tandemsync.dav.client.ScheduleAnswer;
import org.tandemsync.dav.discovery.DavTrouble;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.sync.StoreException;

/** Asks a server when people and rooms are free (RFC 6638 5, RFC 4791 7.10). */
public final class Scheduling {
  private static final List<QName> PRINCIPAL = List.of(Names.SCHEDULE_OUTBOX, Names.ADDRESS_SET);

  private final DavClient client;
  private final Optional<Href> outbox;
  private final List<String> addresses;

  private Scheduling(DavClient client, Optional<Href> outbox, List<String> addresses) {
    this.client = client;
    this.outbox = outbox;
    this.addresses = List.copyOf(addresses);
  }

  /**
   * What one recipient's server says.
   *
   * @param recipient mail address, as it was asked for or as the server spells it
   * @param problem what the server says instead of an answer, or empty
   * @param times nothing is known where there is a problem
   */
  public record Times(String recipient, String problem, Optional<FreeBusy> times) {}

  /**
   * Looks where the account can ask.
   *
   * @throws StoreException if the server cannot be asked
   */
  public static Scheduling of(DavClient client) {
    try {
      Optional<Href> principal = Discovery.principal(client);
      Optional<Response.Properties> says =
          principal
              .flatMap(p -> client.describe(p, PRINCIPAL))
              .map(DavClient.Described::properties);
      Optional<Href> outbox =
          says.flatMap(p -> p.get(Names.SCHEDULE_OUTBOX)).stream()
              .flatMap(o -> o.hrefs().stream())
              .flatMap(h -> client.resolve(h, principal.orElseThrow()).stream())
              .findFirst();
      return new Scheduling(client, outbox, says.map(Principals::mails).orElse(List.of()));
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  /** Whether the server passes questions on. */
  public boolean canAsk() {
    return outbox.isPresent();
  }

  /** The person's own mail addresses there (calendar-user-address-set), the first one first. */
  public List<String> addresses() {
    return addresses;
  }

  /**
   * Asks for the times of others; one answer for each that was asked, in that order.
   *
   * @param request a VFREEBUSY with METHOD:REQUEST
   * @throws StoreException if the server does not answer as a whole
   */
  public List<Times> ask(String request, List<String> recipients, Instant from, Instant to) {
    Href where = outbox.orElseThrow(() -> cannot("passes no questions on to others"));
    try {
      ScheduleAnswer answer = client.schedule(where, request.getBytes(StandardCharsets.UTF_8));
      if (!answer.answer().isSuccess()) {
        throw cannot("does not pass the question on: " + answer.answer().describe());
      }
      List<Times> times = new ArrayList<>();
      for (String recipient : recipients) {
        times.add(
            answer.rows().stream()
                .filter(r -> isSame(r.recipient(), recipient))
                .findFirst()
                .map(r -> times(recipient, r, from, to))
                .orElseGet(() -> new Times(recipient, "no answer", Optional.empty())));
      }
      return times;
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  private static boolean isSame(String said, String asked) {
    String address = said.strip().toLowerCase(Locale.ROOT);
    String plain = address.startsWith("mailto:") ? address.substring(7) : address;
    return plain.equals(asked.toLowerCase(Locale.ROOT));
  }

  /** A status of success begins with 2 (RFC 5545 3.8.8.3). */
  private static Times times(String recipient, ScheduleAnswer.Row row, Instant from, Instant to) {
    Optional<FreeBusy> read = Lenses.readFreeBusy(row.data()).map(f -> f.within(from, to));
    boolean success = row.status().strip().startsWith("2");
    if (success && read.isPresent()) {
      return new Times(recipient, "", read);
    }
    String says = Excerpt.of(row.status().strip().replaceFirst("^([0-9.]+);\\s*", "$1 "));
    return new Times(recipient, success || says.isEmpty() ? "no times" : says, Optional.empty());
  }

  /**
   * The times that a calendar takes up (RFC 4791 7.10); empty if the server cannot tell.
   *
   * @throws StoreException if the server cannot be asked
   */
  public static Optional<FreeBusy> of(DavClient client, Href calendar, Instant from, Instant to) {
    try {
      Answer answer = client.freeBusy(calendar, from, to);
      if (!answer.isSuccess()) {
        boolean unable = List.of(403, 404, 405, 501).contains(answer.status());
        if (unable) {
          return Optional.empty();
        }
        throw DavTrouble.of(client.refused("REPORT", calendar, answer));
      }
      String text = new String(answer.body().bytes(), StandardCharsets.UTF_8);
      return Lenses.readFreeBusy(text).map(f -> f.within(from, to));
    } catch (DavException e) {
      throw DavTrouble.of(e);
    }
  }

  private StoreException cannot(String does) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        "The server "
            + client.origin()
            + " "
            + does
            + ". Next step: ask for a calendar that it lets you read, by its address.");
  }
}
