package org.tandemsync.pst.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The headers of a transaction, kept beside the file while it runs. A header is 564 bytes; should
 * its write be torn by a power cut, it is taken from here.
 */
final class Journal {
  private final Path path;

  Journal(Path dataFile) {
    this.path = dataFile.resolveSibling(dataFile.getFileName() + ".tandem-journal");
  }

  /**
   * Replaces what the journal holds by the header that is about to be written, durably. It is
   * overwritten in place, so that the second header of a transaction needs no room on the disk.
   */
  void record(byte[] header) {
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(header);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.truncate(header.length);
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The header that was about to be written, if it is there in full. */
  Optional<HeaderImage> header() {
    try {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(path);
      return bytes.length == Header.SIZE
          ? Optional.of(new HeaderImage(bytes)).filter(HeaderImage::sound)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
