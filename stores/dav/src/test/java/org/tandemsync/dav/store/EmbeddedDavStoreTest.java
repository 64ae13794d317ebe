package org.tandemsync.dav.store;

import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.dav.client.DavClient;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.Href;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.ItemId;
import org.tandemsync.testkit.ItemStoreContract;
import org.tandemsync.testkit.server.Dials;
import org.tandemsync.testkit.server.EmbeddedDavServer;
import org.tandemsync.testkit.server.Quirks;
import org.tandemsync.testkit.server.When;

/** The contract on the embedded server, and on the same server with the habits of real ones. */
class EmbeddedDavStoreTest {

  abstract static class OnEmbeddedServer extends ItemStoreContract {
    void turn(Dials dials) {}

    @Override
    protected Place<Item> place() {
      EmbeddedDavServer server = EmbeddedDavServer.start().addUser("alice", "päss:wörd");
      String path = server.addressBook("alice", "book").path();
      turn(server.dials());
      DavClient client =
          new DavClient(
              URI.create(server.url()),
              new Credentials.Basic("alice", "päss:wörd"),
              DavSettings.usual(InstantSource.system()));
      return new DavPlace(
          client, Href.ofPath(path), Family.CONTACTS, new TinyCardLens(), server::close);
    }

    @Override
    protected Item a() {
      return Contact.builder().uid("uid-a").fullName("Zoë Ärmel").nickname("zo").build();
    }

    @Override
    protected Item b() {
      return Contact.builder().uid("uid-b").fullName("Bob").nickname("bo").build();
    }

    @Override
    protected ItemId unknownId() {
      return new ItemId("/dav/addressbooks/alice/book/nothing.vcf");
    }
  }

  @Nested
  class Faithful extends OnEmbeddedServer {}

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
  class WithoutSyncCollection extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.syncCollection = false;
      dials.hrefs = Dials.HrefStyle.ABSOLUTE;
    }
  }

  @Nested
  class WithWeakTags extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.etags = Dials.EtagStyle.WEAK;
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

  @Nested
  class WithSmallPages extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.pageSize = 1;
    }
  }

  @Nested
  class WithGapsInMultiget extends OnEmbeddedServer {
    @Override
    void turn(Dials dials) {
      dials.dropFromMultiget = name -> true;
    }
  }
}
