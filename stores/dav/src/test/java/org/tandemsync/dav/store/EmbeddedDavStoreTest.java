package org.tandemsync.dav.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Store;
import org.tandemsync.testkit.ItemStoreContract;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** The contract on the embedded server, and on the same server with the habits of real ones. */
class EmbeddedDavStoreTest {

  abstract static class OnEmbeddedServer extends ItemStoreContract {
    private final Sample sample = sample();

    Sample sample() {
      return Sample.contacts();
    }

    void turn(Dials dials) {}

    boolean remembered() {
      return false;
    }

    @Override
    protected Place<Item> place() {
      EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "päss:wörd");
      String path =
          sample.family() == Family.CONTACTS
              ? server.addressBook("alice", "fold er").path()
              : server.mixedCalendar("alice", "fold er").path();
      turn(server.dials());
      DavClient client =
          new DavClient(
              URI.create(server.url()),
              new Credentials.Basic("alice", "päss:wörd"),
              DavSettings.usual(InstantSource.system()));
      return new DavPlace(
          client, Href.ofPath(path), sample.family(), sample.lens(), remembered(), server::close);
    }

    @Override
    protected Item a() {
      return sample.a();
    }

    @Override
    protected Item b() {
      return sample.b();
    }

    @Override
    protected ItemId unknownId() {
      String home = sample.family() == Family.CONTACTS ? "addressbooks" : "calendars";
      return new ItemId("/dav/" + home + "/alice/fold%20er/nothing.ics");
    }
  }

  @Nested
  class Faithful extends OnEmbeddedServer {}

  @Nested
  class Events extends OnEmbeddedServer {
    @Override
    Sample sample() {
      return Sample.events();
    }
  }

  @Nested
  class TasksLikeSogo extends OnEmbeddedServer {
    @Override
    Sample sample() {
      return Sample.tasks();
    }

    @Override
    void turn(Dials dials) {
      Quirks.SOGO.apply(dials);
    }
  }

  @Nested
  class LikeRadicale extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      Quirks.RADICALE.apply(dials);
    }
  }

  @Nested
  class LikeXandikos extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      Quirks.XANDIKOS.apply(dials);
    }
  }

  @Nested
  class LikeSogo extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      Quirks.SOGO.apply(dials);
      dials.closeSilently = When.always();
    }
  }

  @Nested
  class BehindNginx extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.gzip = true;
      dials.compressedTags = Dials.CompressedTag.WEAK;
      dials.representation = true;
    }
  }

  @Nested
  class BehindApache extends OnEmbeddedServer {
    @Override
    Sample sample() {
      return Sample.events();
    }

    @Override
    void turn(Dials dials) {
      dials.gzip = true;
      dials.compressedTags = Dials.CompressedTag.SUFFIXED;
    }
  }

  @Nested
  class BehindAProxyOfAnotherName extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.hrefs = Dials.HrefStyle.INTERNAL;
    }
  }

  @Nested
  class Remembered extends OnEmbeddedServer {
    @Override
    boolean remembered() {
      return true;
    }
  }

  @Nested
  class RememberedLikeSogo extends LikeSogo {
    @Override
    boolean remembered() {
      return true;
    }
  }

  @Nested
  class WithoutSyncCollection extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.syncCollection = false;
      dials.hrefs = Dials.HrefStyle.ABSOLUTE;
      dials.dropFromMultiget = name -> true;
    }

    /** A ctag tells that something has changed, not what. */
    @Override
    @Test
    protected void aCheckpointTellsWhatChangedSince() {
      try (Place<Item> place = place();
          Store<Item> store = place.open()) {
        ItemId kept = place.put(a());
        Checkpoint before = Objects.requireNonNull(store.list(null).next());
        assertThat(store.list(before).scope()).isEqualTo(Listing.Scope.CHANGES);
        ItemId added = place.put(b());
        Listing all = store.list(before);
        assertThat(all.scope()).isEqualTo(Listing.Scope.COMPLETE);
        assertThat(all.rows().stream().map(Listing.Row::id)).containsExactlyInAnyOrder(kept, added);
      }
    }
  }

  @Nested
  class WithWeakTagsAndSmallPages extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.etags = Dials.EtagStyle.WEAK;
      dials.pageSize = 1;
    }
  }

  @Nested
  class WithBareTags extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.etags = Dials.EtagStyle.UNQUOTED;
      dials.etagOnPut = false;
    }
  }
}
