package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemsync.dav.client.ScriptedServer.answer;
import static org.tandemsync.dav.client.ScriptedServer.multistatus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.Href;
import org.tandemsync.dav.client.ScriptedServer;
import org.tandemsync.dav.discovery.Discovery;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.When;

/** Servers that want to be left alone, are locked, closed or full: what is said, and what stops. */
class PausesTest extends BookOnServer {

  private static final String XML = "Content-Type: application/xml; charset=utf-8\r\n";

  // ---- what a refusal means for the collection ----

  @ParameterizedTest
  @CsvSource({
    "400, DAMAGED",
    "401, UNAUTHORIZED",
    "403, UNAUTHORIZED",
    "423, BUSY",
    "429, OVERLOADED",
    "500, UNREACHABLE",
    "503, OVERLOADED",
    "507, FULL",
  })
  void whatRefusesToSayIsNotNothing(int status, Reason reason) {
    dials.refuseStatus = status;
    dials.refuse = When.always();
    assertFails(
        () -> Discovery.collection(client, Href.ofPath(book.path())),
        reason,
        String.valueOf(status),
        status == 401 ? "Check them" : "not welcome");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void whatIsNotThereIsNothing(int status) {
    dials.refuseStatus = status;
    dials.refuse = When.always();
    assertThat(Discovery.collection(client, Href.ofPath(book.path()))).isEmpty();
  }

  // ---- 403 that asks for a pause ----

  private static String forbidden(String headers, String body) {
    return answer(403, headers, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<error xmlns='DAV:'>Calendar usage limits exceeded</error>               | true",
        "<errors xmlns='http://schemas.google.com/g/2005'><error><domain>usageLimits</domain>"
            + "<code>rateLimitExceeded</code></error></errors>                    | true",
        "{ \"error\": { \"code\": 403, \"message\": \"Rate Limit Exceeded\" } }   | true",
        "Quota exceeded for quota group 'default'                                 | true",
        "Too many requests                                                        | true",
        "<error xmlns='DAV:'><quota-not-exceeded/>quota exceeded</error>          | false",
        "<error xmlns='DAV:'><need-privileges/>rate limit</error>                 | false",
        "This belongs to someone else.                                            | false",
        "It has no limits                                                         | false",
      })
  void theWordsOfA403Count(String body, boolean pause) {
    List<String> puts = Collections.synchronizedList(new ArrayList<>());
    try (ScriptedServer strict =
            new ScriptedServer(
                got -> {
                  if (got.method().equals("PUT")) {
                    puts.add(got.path());
                  }
                  return switch (got.method()) {
                    case "PROPFIND" ->
                        multistatus(
                            "<D:response><D:href>/book/</D:href><D:propstat><D:prop>"
                                + "<D:resourcetype><D:collection/><A:addressbook/>"
                                + "</D:resourcetype></D:prop></D:propstat></D:response>");
                    case "REPORT" -> multistatus(missing());
                    default -> forbidden(XML, body);
                  };
                });
        DavClient asking =
            new DavClient(strict.url(), new Credentials.Basic("alice", "pw"), settings)) {
      DavStore there =
          DavStore.open(asking, Href.ofPath("/book/"), Family.CONTACTS, new TinyCardLens());
      if (pause) {
        assertFails(() -> there.write(creates(100)), Reason.OVERLOADED, "asks for a pause", "403");
        assertThat(puts).hasSizeLessThanOrEqualTo(settings.parallel());
      } else {
        assertThat(there.write(creates(20)))
            .allMatch(w -> w instanceof Written.Refused || w instanceof Written.NotDone)
            .anyMatch(Written.Refused.class::isInstance); // eight go at a time, in any order
        assertThat(puts).hasSizeBetween(5, 20);
      }
    }
  }

  private static String missing() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      rows.append("<D:response><D:href>/book/uid-")
          .append(i)
          .append(".vcf</D:href><D:status>HTTP/1.1 404 X</D:status></D:response>");
    }
    return rows.toString();
  }

  /** Neither is the token refused by it, nor are there no members, nor is an item to blame. */
  @Test
  void aPauseOf403AnswersNothingElse() {
    fill(3);
    Checkpoint before = checkpoint();
    dials.overload = When.always();
    dials.overloadStatus = 403;
    server.log().clear();
    assertFails(() -> store.list(before), Reason.OVERLOADED);
    assertThat(server.log().all()).hasSize(1);
    assertFails(() -> store.read(List.of(id(0))), Reason.OVERLOADED);
    assertFails(() -> store.read(List.of(id(0), id(1))), Reason.OVERLOADED);
    assertThat(server.log().all()).hasSize(3);
  }

  // ---- no room ----

  @Test
  void aFullServerIsNotSentThousandsOfItems() {
    dials.refuse = When.always().on("PUT");
    dials.refuseStatus = 507;
    List<Written> outcomes = store.write(creates(200));
    assertThat(outcomes).hasSize(200).noneMatch(w -> w instanceof Written.Done);
    assertThat(server.log().count("PUT")).isLessThanOrEqualTo(5 + settings.parallel());
    assertThat(outcomes)
        .last()
        .isInstanceOfSatisfying(
            Written.NotDone.class, w -> assertThat(w.reason()).contains("no room", "Next step"));
    assertThat(store.list(null).rows()).isEmpty(); // it answers all the same
  }

  /** What is deleted makes room: it is not held back, and then the next ones are sent again. */
  @Test
  void deletionsGoOnAndMakeRoom() {
    fill(1);
    dials.refuse = When.always().on("PUT").where(r -> book.names().contains("uid-0.vcf"));
    dials.refuseStatus = 507;
    List<Effect<Item>> all = new ArrayList<>(creates(40).subList(1, 40));
    assertThat(store.write(all)).noneMatch(w -> w instanceof Written.Done);
    Revision seen = new Revision(book.etag("uid-0.vcf").orElseThrow());
    assertThat(store.write(List.of(new Effect.Delete<>(id(0), seen, "x"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(store.write(all)).allMatch(w -> w instanceof Written.Done);
  }

  @Test
  void oneThatIsTooLargeForWhatIsLeftStopsNoOther() {
    dials.refuse = When.always().on("PUT").where(r -> r.path().endsWith("5.vcf"));
    dials.refuseStatus = 507;
    List<Written> outcomes = store.write(creates(60));
    assertThat(outcomes.stream().filter(w -> w instanceof Written.Refused)).hasSize(6);
    assertThat(outcomes.stream().filter(w -> w instanceof Written.Done)).hasSize(54);
  }
}
