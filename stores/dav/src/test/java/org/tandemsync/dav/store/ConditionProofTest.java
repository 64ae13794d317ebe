package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.SeenRequest;
import org.tandemsync.testkit.server.When;

/** New names are looked for until the server has shown that it keeps conditions. */
final class ConditionProofTest extends BookOnServer {
  private static final int BATCH = 200;

  private List<Written> write(int batch) {
    return store.write(
        IntStream.range(batch * BATCH, (batch + 1) * BATCH)
            .<Effect<Item>>mapToObj(i -> create("uid-" + i))
            .toList());
  }

  private void assertMade(int batch) {
    assertThat(write(batch)).allMatch(w -> w instanceof Written.Done);
  }

  private void three() {
    for (int batch = 0; batch < 3; batch++) {
      assertMade(batch);
    }
  }

  private List<SeenRequest> again() {
    return server.log().all().stream()
        .filter(r -> r.method().equals("PUT"))
        .filter(r -> r.status() != 201)
        .toList();
  }

  @Test
  void whereItIsKeptNobodyAsksAnyMoreAndNothingIsOverwritten() {
    three();
    assertThat(again())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.status()).isEqualTo(412);
              assertThat(r.ifNoneMatch()).isEqualTo("*");
            });
    server.log().clear();
    book.put("uid-700.vcf", text("uid-700", "Foreign"));
    List<Written> outcomes = write(3);
    assertThat(outcomes.get(100)).isInstanceOf(Written.Exists.class);
    assertThat(book.get("uid-700.vcf").orElseThrow()).contains("Foreign");
    assertThat(outcomes.stream().filter(w -> w instanceof Written.Done)).hasSize(BATCH - 1);
    assertThat(server.log().count("REPORT")).isLessThanOrEqualTo(1);
    assertThat(book.names()).hasSize(4 * BATCH);
  }

  @Test
  void fewAreLookedForAndNothingIsSentTwice() {
    assertMade(0);
    assertMade(1);
    assertThat(again()).isEmpty();
  }

  /** What it replaces is what was made a moment ago, by the same. */
  @Test
  void whereItIsNotKeptEachNameIsLookedForRightBefore() {
    dials.ignoreIfNoneMatch = true;
    three();
    assertThat(again()).hasSize(1);
    server.log().clear();
    book.put("uid-700.vcf", text("uid-700", "Foreign"));
    assertThat(write(3).get(100)).isInstanceOf(Written.Exists.class);
    assertThat(book.get("uid-700.vcf").orElseThrow()).contains("Foreign");
    assertThat(server.log().count("REPORT")).isEqualTo(BATCH / settings.parallel());
    assertThat(book.names()).hasSize(4 * BATCH);
  }

  @Test
  void whatTheServerKnowsToOverwriteIsNotPutToTheProof() {
    Quirks.SOGO.apply(dials);
    reopen();
    three();
    assertThat(again()).isEmpty();
  }

  /** Where it gives names of its own, the same sent again would be a second item. */
  @Test
  void whereNamesAreTheServersOwnNothingIsSentTwice() {
    dials.nameOnCreate = name -> "own-" + name;
    three();
    assertMade(3);
    assertThat(again()).isEmpty();
    assertThat(book.names()).hasSize(4 * BATCH);
  }

  @Test
  void withoutTagsNothingIsSentTwice() {
    dials.etags = Dials.EtagStyle.WEAK;
    reopen();
    three();
    assertThat(again()).isEmpty();
  }

  /** No answer is no proof. */
  @Test
  void aProofThatGetsNoAnswerIsNone() {
    assertMade(0);
    assertMade(1);
    dials.refuse =
        When.first(1).where(r -> r.method().equals("PUT") && book.names().size() == 2 * BATCH);
    dials.refuseStatus = 500;
    write(2);
    server.log().clear();
    assertMade(3);
    assertThat(server.log().count("REPORT")).isEqualTo(1);
  }
}
