package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Written;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.SeenRequest;
import org.tandemsync.testkit.server.When;

/** The tag under which an item is read is the one under which it is listed and changed. */
class TagsTest extends BookOnServer {

  @BeforeEach
  void compressed() {
    dials.gzip = true;
  }

  private Revision listed(int i) {
    return store.list(null).rows().stream()
        .filter(row -> row.id().equals(id(i)))
        .map(row -> Objects.requireNonNull(row.revision()))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void theTagOfACompressedAnswerIsNotTheItems(Dials.CompressedTag tags) {
    dials.compressedTags = tags;
    dials.representation = true;
    fill(3);
    assertThat(revision(id(0))).isEqualTo(listed(0));
    Written.Done done =
        (Written.Done) store.write(List.of(rename(id(0), listed(0), "uid-0", "New"))).getFirst();
    assertThat(done.revision()).isEqualTo(listed(0));
    assertThat(server.log().all())
        .filteredOn(r -> r.method().equals("PUT"))
        .extracting(SeenRequest::ifMatch)
        .isNotEmpty()
        .doesNotContain("");
    assertThat(store.write(List.of(new Effect.Delete<>(id(1), listed(1), "x"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(store.write(List.of(rename(id(0), listed(2), "uid-0", "Blind"))).getFirst())
        .isInstanceOf(Written.Stale.class);
  }

  /** Between look and write somebody else may write: then it is not overwritten. */
  @ParameterizedTest
  @EnumSource
  void anEditBetweenLookAndWriteIsNotOverwritten(Dials.CompressedTag tags) {
    dials.compressedTags = tags;
    fill(1);
    Revision seen = listed(0);
    dials.cutBefore =
        When.first(1)
            .on("PUT")
            .where(
                r -> {
                  book.put("uid-0.vcf", text("uid-0", "Somebody else"));
                  return true;
                });
    assertThat(store.write(List.of(rename(id(0), seen, "uid-0", "New"))).getFirst())
        .isNotInstanceOf(Written.Done.class);
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("Somebody else");
  }

  /** What was sent is told from what others wrote by the same tags, after a lost answer too. */
  @ParameterizedTest
  @EnumSource
  void aRequestThatIsLostIsSentAgain(Dials.CompressedTag tags) {
    dials.compressedTags = tags;
    fill(1);
    dials.cutBefore = When.first(1).on("PUT");
    assertThat(store.write(List.of(rename(id(0), listed(0), "uid-0", "New"))).getFirst())
        .isInstanceOf(Written.Done.class);
    assertThat(book.get("uid-0.vcf").orElseThrow()).contains("FN:New");
  }

  /** No condition can name a weak tag (RFC 9110 13.1.1): little happens between look and write. */
  @Test
  void whereTagsAreWeakNotManyAreWrittenAfterOneLook() {
    dials.etags = Dials.EtagStyle.WEAK;
    fill(100);
    List<Effect<Item>> updates = new ArrayList<>();
    store
        .list(null)
        .rows()
        .forEach(
            row ->
                updates.add(
                    rename(
                        row.id(),
                        Objects.requireNonNull(row.revision()),
                        "uid-" + row.id().value().replaceAll("\\D", ""),
                        "New")));
    server.log().clear();
    assertThat(store.write(updates)).hasSize(100).allMatch(w -> w instanceof Written.Done);
    int sinceLook = 0;
    for (SeenRequest seen : server.log().all()) {
      sinceLook = seen.method().equals("PUT") ? sinceLook + 1 : 0;
      assertThat(sinceLook).isLessThanOrEqualTo(32);
      assertThat(seen.ifMatch()).isEmpty();
    }
    assertThat(server.log().count("PUT")).isEqualTo(100);
    assertThat(server.log().count("REPORT")).isEqualTo(4);
  }
}
