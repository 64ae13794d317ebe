package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** A profile with contacts in a directory on the left and an address book on the right. */
final class ContactsInStep implements AutoCloseable {
  final EmbeddedDavServer server = EmbeddedDavServer.start();
  final DavCollection book;
  private final Path folder;
  private final Path left;

  ContactsInStep(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    server.addUser("alice", "alicepw");
    book = server.addressBook("alice", "book");
    left = Files.createDirectories(folder.resolve("outlook").resolve("Contacts"));
    Path configuration = folder.resolve("tandem.toml");
    Files.writeString(configuration, configuration(server.url(), "outlook", book.path()));
    start("apply", "-f", configuration.toString()).awaitSuccess();
  }

  static String configuration(String url, String outlook, String collection) {
    return """
    [accounts.test]
    url = "%s"
    user = "alice"
    password = { env = "TEST_PASSWORD" }

    [[profiles]]
    name = "Contacts"
    outlook = { pst = "%s", folder = "Contacts" }
    server = { account = "test", collection = "%s" }
    """
        .formatted(url, outlook, collection);
  }

  TandemProcess start(String... arguments) throws IOException {
    return TandemProcess.start(FolderOutlook.class, folder, arguments);
  }

  void putLeft(String uid, String card) throws IOException {
    Path file = filesByUid().getOrDefault(uid, left.resolve(uid + ".vcf"));
    Files.writeString(file, card);
  }

  void putNewLeft(String uid, String card) throws IOException {
    Files.writeString(left.resolve(uid + ".vcf"), card);
  }

  void deleteLeft(String uid) throws IOException {
    Files.delete(filesByUid().get(uid));
  }

  String onTheLeft(String uid) throws IOException {
    return Files.readString(filesByUid().get(uid));
  }

  /** The name of the resource with this UID. */
  String nameOnTheRight(String uid) {
    return book.bodies().entrySet().stream()
        .filter(member -> Cards.uid(member.getValue()).equals(uid))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  Map<String, String> leftNotes() throws IOException {
    return Cards.notes(leftCards().values());
  }

  Map<String, String> rightNotes() {
    return Cards.notes(book.bodies().values());
  }

  private Map<String, Path> filesByUid() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    leftCards().forEach((path, card) -> files.put(Cards.uid(card), path));
    return files;
  }

  private Map<Path, String> leftCards() throws IOException {
    Map<Path, String> cards = new TreeMap<>();
    try (Stream<Path> files = Files.list(left)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".vcf")).toList()) {
        cards.put(file, Files.readString(file));
      }
    }
    return cards;
  }

  @Override
  public void close() {
    server.close();
  }
}
