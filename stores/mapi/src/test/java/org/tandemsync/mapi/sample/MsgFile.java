package org.tandemsync.mapi.sample;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;

/** A .msg file ([MS-OXMSG]) as a message: the same properties as in a data file. */
public final class MsgFile {
  /** Beside the data files: the path is the same from each module. */
  public static final Path SAMPLES = Path.of("../pst/src/test/resources/samples/msg");

  private MsgFile() {}

  public static Message read(Path path) {
    try (InputStream in = Files.newInputStream(path);
        POIFSFileSystem fs = new POIFSFileSystem(in)) {
      return new Storage(fs.getRoot(), names(fs.getRoot()), 32);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NameMap names(DirectoryEntry root) throws IOException {
    DirectoryEntry names = (DirectoryEntry) root.getEntryCaseInsensitive("__nameid_version1.0");
    return NameMap.parse(
        Span.of(stream(names, "__substg1.0_00020102")),
        Span.of(stream(names, "__substg1.0_00030102")),
        Span.of(stream(names, "__substg1.0_00040102")));
  }

  private static byte[] stream(DirectoryEntry directory, String name) throws IOException {
    if (!directory.hasEntryCaseInsensitive(name)) {
      return new byte[0];
    }
    DocumentEntry entry = (DocumentEntry) directory.getEntryCaseInsensitive(name);
    byte[] bytes = new byte[entry.getSize()];
    try (DataInputStream in = new DataInputStream(new DocumentInputStream(entry))) {
      in.readFully(bytes);
    }
    return bytes;
  }

  private static final class Storage implements Message {
    private final PropertyBag properties;
    private final List<PropertyBag> recipients = new ArrayList<>();
    private final List<AttachedObject> attachments = new ArrayList<>();

    Storage(DirectoryEntry directory, NameMap names, int header) throws IOException {
      this.properties = bag(directory, names, header);
      for (Entry e : directory) {
        String name = e.getName().toLowerCase(Locale.ROOT);
        if (name.startsWith("__recip_version1.0")) {
          recipients.add(bag((DirectoryEntry) e, names, 8));
        } else if (name.startsWith("__attach_version1.0")) {
          attachments.add(new Attached((DirectoryEntry) e, names));
        }
      }
    }

    @Override
    public PropertyBag properties() {
      return properties;
    }

    @Override
    public List<PropertyBag> recipients() {
      return recipients;
    }

    @Override
    public List<AttachedObject> attachments() {
      return attachments;
    }
  }

  private static final class Attached implements AttachedObject {
    private final PropertyBag properties;
    private final Optional<Message> embedded;

    Attached(DirectoryEntry directory, NameMap names) throws IOException {
      this.properties = bag(directory, names, 8);
      this.embedded =
          directory.hasEntryCaseInsensitive("__substg1.0_3701000D")
              ? Optional.of(
                  new Storage(
                      (DirectoryEntry) directory.getEntryCaseInsensitive("__substg1.0_3701000D"),
                      names,
                      24))
              : Optional.empty();
    }

    @Override
    public PropertyBag properties() {
      return properties;
    }

    @Override
    public Optional<Message> embedded() {
      return embedded;
    }
  }

  private static PropertyBag bag(DirectoryEntry directory, NameMap names, int header)
      throws IOException {
    List<RawProperty> properties = new ArrayList<>();
    Span fixed = Span.of(stream(directory, "__properties_version1.0"));
    for (int at = header; at + 16 <= fixed.length(); at += 16) {
      int type = fixed.u16(at);
      int id = fixed.u16(at + 2);
      String name = String.format(Locale.ROOT, "__substg1.0_%04X%04X", id, type);
      Span value = fixed.slice(at + 8, 8);
      if ((type & 0x1000) != 0 && (type == 0x101F || type == 0x101E || type == 0x1102)) {
        value = several(directory, name);
      } else if (type == 0x1E || type == 0x1F || type == 0x102 || (type & 0x1000) != 0) {
        value = Span.of(stream(directory, name));
      }
      properties.add(new RawProperty(id, type, DataSource.of(value)));
    }
    return new PropertyBag(properties, names, CodePages.WESTERN);
  }

  /** As a data file keeps several values: count, offsets, data. */
  private static Span several(DirectoryEntry directory, String name) throws IOException {
    List<byte[]> values = new ArrayList<>();
    while (directory.hasEntryCaseInsensitive(element(name, values.size()))) {
      values.add(stream(directory, element(name, values.size())));
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(4 + 4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(values.size());
    for (byte[] value : values) {
      head.putInt(head.capacity() + data.size());
      data.writeBytes(value);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.array());
    all.writeBytes(data.toByteArray());
    return Span.of(all.toByteArray());
  }

  private static String element(String name, int index) {
    return String.format(Locale.ROOT, "%s-%08X", name, index);
  }
}
