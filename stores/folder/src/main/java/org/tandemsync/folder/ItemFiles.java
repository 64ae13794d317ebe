package org.tandemsync.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files of a directory that may hold items. A file is written beside its place, forced to the
 * disk and then moved there, so that a crash or a full disk leaves the old file or the new one.
 */
final class ItemFiles {
  private static final String TEMPORARY = ".tandem-";
  private static final Duration CRASHED = Duration.ofHours(1);

  private final Path directory;
  private final Set<String> endings;

  /**
   * @param endings of the names of items, lower case, with their dot
   */
  ItemFiles(Path directory, Set<String> endings) {
    this.directory = directory;
    this.endings = endings;
  }

  Path directory() {
    return directory;
  }

  /** The names of all files that may hold items, in order. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (isItem(name) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          names.add(name);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  /** Whether a file of this name may hold an item: a plain name with a usual ending. */
  boolean isItem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf('\0') < 0
        && endings.stream().anyMatch(e -> lower.length() > e.length() && lower.endsWith(e));
  }

  /** Whether there is anything of this name. */
  boolean exists(String name) {
    return Files.exists(path(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** The content, at most so many bytes and one. */
  byte[] read(String name, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(path(name), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit + 1);
    }
  }

  /**
   * What a file says.
   *
   * @throws CharacterCodingException if it is not in UTF-8
   */
  static String text(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content))
        .toString();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of the content. */
  String hash(String name) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(path(name), LinkOption.NOFOLLOW_LINKS)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String hash(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Makes a new file.
   *
   * @throws FileAlreadyExistsException if there is one
   */
  void create(String name, byte[] content) throws IOException {
    Path temporary = written(content, null);
    try {
      try {
        // A link to a name that is taken fails, whoever was there first.
        Files.createLink(path(name), temporary);
      } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
        if (noLinks instanceof FileAlreadyExistsException taken) {
          throw taken;
        }
        Files.move(temporary, path(name));
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory();
  }

  /**
   * What must still hold when the new content is complete, immediately before it takes its place.
   */
  interface Check {
    boolean holds() throws IOException;
  }

  /** Replaces a file; false if the check fails, then nothing is changed. */
  boolean replace(String name, byte[] content, Check stillAsSeen) throws IOException {
    Set<PosixFilePermission> rights = rights(path(name));
    Path temporary = written(content, rights);
    try {
      if (rights != null && !rights.equals(rights(temporary))) {
        Files.setPosixFilePermissions(temporary, rights); // what the usual mask took from them
      }
      if (!stillAsSeen.holds()) {
        return false;
      }
      try {
        Files.move(temporary, path(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, path(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory();
    return true;
  }

  void delete(String name) throws IOException {
    Files.delete(path(name));
    forceDirectory();
  }

  /** Who may do what with a file, or null where the system does not say it so. */
  private static @Nullable Set<PosixFilePermission> rights(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null ? null : view.readAttributes().permissions();
  }

  /** Nothing can be written in the directory: that concerns all of its files, not one. */
  static final class NoWriting extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException why;

    private NoWriting(IOException why) {
      super(why.getMessage(), why);
      this.why = why;
    }

    IOException why() {
      return why;
    }
  }

  /**
   * The content beside its place.
   *
   * @param rights what nobody else may read is not shown for a moment either; null for the usual
   */
  private Path written(byte[] content, @Nullable Set<PosixFilePermission> rights) throws NoWriting {
    Path temporary = directory.resolve(TEMPORARY + UUID.randomUUID() + ".tmp");
    FileAttribute<?>[] attributes =
        rights == null
            ? new FileAttribute<?>[0]
            : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw new NoWriting(e);
    }
    return temporary;
  }

  /** Makes names durable too, where the system can do that (Windows cannot open a directory). */
  private void forceDirectory() {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossibleHere) {
      // The content is safe; only the name may be lost with the power.
    }
  }

  /** Removes what runs that crashed long ago left half-written. */
  void clean(Instant now) throws IOException {
    FileTime old = FileTime.from(now.minus(CRASHED));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, TEMPORARY + "*.tmp")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(old) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path path(String name) {
    return directory.resolve(name);
  }
}
