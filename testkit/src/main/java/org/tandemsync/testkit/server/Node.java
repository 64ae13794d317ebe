package org.tandemsync.testkit.server;

/** What a path may mean. */
sealed interface Node {

  /** Percent-encoded, strictly. */
  String path();

  /** The root, and the places above the homes. */
  record Place(String path) implements Node {}

  record Principal(DavUser user) implements Node {
    @Override
    public String path() {
      return path(user.name());
    }

    static String path(String user) {
      return "/dav/principals/" + Hrefs.encode(user, "") + "/";
    }
  }

  record Home(DavUser user, CollectionKind kind) implements Node {
    @Override
    public String path() {
      return kind.homePath(user.name());
    }
  }

  record Folder(DavCollection collection) implements Node {
    @Override
    public String path() {
      return collection.path();
    }
  }

  record Member(DavCollection collection, DavResource resource) implements Node {
    @Override
    public String path() {
      return collection.path() + Hrefs.encode(resource.name(), "");
    }
  }

  /** Nothing yet, but a place for a new member. */
  record NoMember(DavCollection collection, String name) implements Node {
    @Override
    public String path() {
      return collection.path() + Hrefs.encode(name, "");
    }
  }

  /** Nothing yet, but a place for a new collection. */
  record NoFolder(Home home, String name) implements Node {
    @Override
    public String path() {
      return home.path() + Hrefs.encode(name, "") + "/";
    }
  }

  /** Nothing, and nothing above it. */
  record Nowhere(String path) implements Node {}
}
