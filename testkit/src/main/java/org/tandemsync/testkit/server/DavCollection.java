package org.tandemsync.testkit.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * A calendar, task list or address book. The public methods are "another client": they change the
 * collection without conditions and without the dials.
 */
public final class DavCollection {
  private final ReentrantLock lock = new ReentrantLock();
  private final EmbeddedDavServer server;
  private final CollectionKind kind;
  private final String owner;
  private final String name;
  private final Set<String> components;
  private final Map<QName, Element> properties = new LinkedHashMap<>();
  private final TreeMap<String, DavResource> members = new TreeMap<>();
  private final Map<String, Set<String>> namesByUid = new HashMap<>();

  /** Every name ever used, at the revision of its last change. */
  private final TreeMap<Long, String> changes = new TreeMap<>();

  private final Map<String, Long> changedAt = new HashMap<>();
  private final GivenTags tags = new GivenTags();
  private long revision = 1;
  private long oldestToken;
  private volatile boolean readOnly;
  private volatile boolean directory;

  DavCollection(
      EmbeddedDavServer server,
      CollectionKind kind,
      String owner,
      String name,
      Set<String> components) {
    this.server = server;
    this.kind = kind;
    this.owner = owner;
    this.name = name;
    this.components = Set.copyOf(components);
  }

  /** Creates or replaces a member. Returns its ETag, as the server would give it. */
  public String put(String member, String body) {
    return server.etag(store(member, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** The body of a member. */
  public Optional<String> get(String member) {
    return member(member).map(DavResource::text);
  }

  public Optional<String> etag(String member) {
    return member(member).map(server::etag);
  }

  /** The names of the members, sorted. */
  public List<String> names() {
    return locked(() -> List.copyOf(members.keySet()));
  }

  /** The bodies of the members, by name. */
  public Map<String, String> bodies() {
    Map<String, String> bodies = new LinkedHashMap<>();
    snapshot().forEach(resource -> bodies.put(resource.name(), resource.text()));
    return bodies;
  }

  public int size() {
    return locked(members::size);
  }

  /** Deletes a member; false when there is none. */
  public boolean delete(String member) {
    return locked(
        () -> {
          DavResource gone = members.remove(member);
          if (gone == null) {
            return false;
          }
          forgetUid(gone);
          changed(member);
          return true;
        });
  }

  /** All that it holds now, with tags and tokens, as a backup of the server's disk has it. */
  public CollectionBackup backup() {
    return locked(
        () -> {
          tags.remember();
          members.values().forEach(tags::given);
          return new CollectionBackup(
              new TreeMap<>(members),
              new TreeMap<>(changes),
              new HashMap<>(changedAt),
              revision,
              oldestToken);
        });
  }

  /**
   * Whether a member had a tag, since the first backup, that another content had before: then no
   * client could know that it has changed (RFC 9110 8.8.1), and may have written on what it took
   * for the other.
   */
  public boolean gaveTagAgain(String member) {
    return locked(() -> tags.givenAgain(member));
  }

  /** Puts a backup back: tags and tokens are those of that time too. */
  public void restore(CollectionBackup backup) {
    locked(
        () -> {
          members.clear();
          members.putAll(backup.members());
          namesByUid.clear();
          for (DavResource member : members.values()) {
            if (!member.uid().isEmpty()) {
              namesByUid.computeIfAbsent(member.uid(), u -> new TreeSet<>()).add(member.name());
            }
          }
          changes.clear();
          changes.putAll(backup.changes());
          changedAt.clear();
          changedAt.putAll(backup.changedAt());
          revision = backup.revision();
          oldestToken = backup.oldestToken();
          return revision;
        });
  }

  /** Throws everything away, properties and history too, and holds this instead. */
  void replaceAll(Map<String, byte[]> bodies) {
    locked(
        () -> {
          members.clear();
          namesByUid.clear();
          properties.clear();
          changes.clear();
          changedAt.clear();
          revision++;
          oldestToken = revision;
          bodies.forEach(this::store);
          return revision;
        });
  }

  /** Makes every sync token given so far unknown. */
  public void expireTokens() {
    locked(
        () -> {
          revision++;
          oldestToken = revision;
          return revision;
        });
  }

  /** Whether the user may only read. Takes effect at once. */
  public void readOnly(boolean only) {
    readOnly = only;
  }

  public boolean readOnly() {
    return readOnly;
  }

  /** Whether it says that it is a directory of all users (RFC 6352 appendix; SOGo). */
  public void directory(boolean says) {
    directory = says;
  }

  boolean directory() {
    return directory;
  }

  /** The last segment of the path. */
  public String name() {
    return name;
  }

  /** The path, percent-encoded, with a slash at its end. */
  public String path() {
    return kind.homePath(owner) + Hrefs.encode(name, "") + "/";
  }

  public String url() {
    return server.url() + path().substring(1);
  }

  CollectionKind kind() {
    return kind;
  }

  String owner() {
    return owner;
  }

  Set<String> components() {
    return components;
  }

  ReentrantLock lock() {
    return lock;
  }

  Optional<DavResource> member(String member) {
    return locked(() -> Optional.ofNullable(members.get(member)));
  }

  List<DavResource> snapshot() {
    return locked(() -> new ArrayList<>(members.values()));
  }

  /** The server puts the answer of an attendee into a meeting (RFC 6638 3.2.6). */
  public void answered(String member, String body) {
    locked(
        () -> {
          DavResource old = members.get(member);
          if (old == null) {
            throw new IllegalArgumentException("there is no " + member);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          return members.put(member, store(member, bytes).withScheduleTag(old.scheduleTag()));
        });
  }

  DavResource store(String member, byte[] body) {
    return locked(
        () -> {
          DavResource old = members.get(member);
          if (old != null && !server.dials().sameBodyNewEtag && Arrays.equals(old.body(), body)) {
            return old;
          }
          if (old != null) {
            forgetUid(old);
          }
          DavResource made = DavResource.of(member, body, server.nextTag(old), Instant.now());
          members.put(member, made);
          tags.given(made);
          if (!made.uid().isEmpty()) {
            namesByUid.computeIfAbsent(made.uid(), uid -> new TreeSet<>()).add(member);
          }
          changed(member);
          return made;
        });
  }

  /** Another member with this UID. */
  Optional<String> uidTakenBy(String uid, String member) {
    return locked(
        () ->
            namesByUid.getOrDefault(uid, Set.of()).stream()
                .filter(other -> !other.equals(member))
                .findFirst());
  }

  Map<QName, Element> properties() {
    return locked(() -> new LinkedHashMap<>(properties));
  }

  @Nullable Element property(QName property) {
    return locked(() -> properties.get(property));
  }

  void setProperty(Element value) {
    locked(() -> properties.put(value.name(), value));
  }

  void removeProperty(QName property) {
    locked(() -> properties.remove(property));
  }

  /** The property: as coarse as the dial has it. */
  String token() {
    return locked(() -> token(coarse()));
  }

  /** The property: as coarse as the dial has it. */
  String ctag() {
    return Long.toString(locked(this::coarse));
  }

  private long coarse() {
    long step = server.dials().coarseTokens;
    return (revision + step - 1) / step * step;
  }

  /** A new token, though no member has changed. */
  void newToken() {
    locked(() -> ++revision);
  }

  /** The revision that a sync token means, or nothing for one that is not (any more) known. */
  OptionalLong revisionOf(String token) {
    String prefix = token(0);
    prefix = prefix.substring(0, prefix.length() - 1);
    if (!token.startsWith(prefix) || !token.substring(prefix.length()).matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    long since = Long.parseLong(token.substring(prefix.length()));
    return locked(
        () ->
            since < oldestToken || since > coarse()
                ? OptionalLong.empty()
                : OptionalLong.of(since));
  }

  /**
   * What changed after a revision, in the order of change.
   *
   * @param limit at most so many changes; 0 for all
   */
  Changes changesSince(long since, boolean withDeleted, int limit) {
    return locked(
        () -> {
          List<Change> found = new ArrayList<>();
          for (Map.Entry<Long, String> change : changes.tailMap(since, false).entrySet()) {
            DavResource resource = members.get(change.getValue());
            if (resource == null && !withDeleted) {
              continue;
            }
            if (limit > 0 && found.size() == limit) {
              return new Changes(found, token(found.getLast().revision()), true);
            }
            found.add(new Change(change.getKey(), change.getValue(), resource));
          }
          return new Changes(found, token(revision), false);
        });
  }

  private String token(long at) {
    String by = server.dials().wholeBooks ? "radicale" : "tandemsync";
    return "http://" + by + ".org/ns/sync" + path() + at;
  }

  private void changed(String member) {
    revision++;
    Long before = changedAt.put(member, revision);
    if (before != null) {
      changes.remove(before);
    }
    changes.put(revision, member);
  }

  private void forgetUid(DavResource gone) {
    Set<String> names = namesByUid.get(gone.uid());
    if (names != null) {
      names.remove(gone.name());
      if (names.isEmpty()) {
        namesByUid.remove(gone.uid());
      }
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param resource null when it was deleted
   */
  record Change(long revision, String name, @Nullable DavResource resource) {}

  /**
   * @param more whether there are more after these
   */
  record Changes(List<Change> changes, String token, boolean more) {}
}
