package org.tandemsync.mapi.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.CodePages;
import org.tandemsync.mapi.DataSource;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.RawProperty;
import org.tandemsync.mapi.Span;

/** Makes the properties of a message by hand. */
public final class Bags {
  private final List<RawProperty> properties = new ArrayList<>();
  private final List<PropertyName> names = new ArrayList<>();

  private Bags add(PropertyKey key, int type, byte[] value) {
    int id =
        switch (key) {
          case PropertyTag(int tag) -> tag;
          case PropertyName name -> {
            names.add(name);
            yield 0x8000 + names.size() - 1;
          }
        };
    properties.add(new RawProperty(id, type, DataSource.of(Span.of(value))));
    return this;
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  public Bags text(PropertyKey key, String value) {
    return add(key, 0x1F, value.getBytes(StandardCharsets.UTF_16LE));
  }

  public Bags ansi(PropertyKey key, byte[] value) {
    return add(key, 0x1E, value);
  }

  public Bags integer(PropertyKey key, int value) {
    return add(key, 0x03, number(value));
  }

  public Bags shortInteger(PropertyKey key, int value) {
    return add(key, 0x02, number(value));
  }

  public Bags flag(PropertyKey key, boolean value) {
    return add(key, 0x0B, number(value ? 1 : 0));
  }

  public Bags real(PropertyKey key, double value) {
    return add(key, 0x05, number(Double.doubleToLongBits(value)));
  }

  public Bags bytes(PropertyKey key, byte[] value) {
    return add(key, 0x102, value);
  }

  public Bags time(PropertyKey key, String instant) {
    Instant time = Instant.parse(instant);
    return add(
        key,
        0x40,
        number((time.getEpochSecond() + 11_644_473_600L) * 10_000_000 + time.getNano() / 100));
  }

  public Bags texts(PropertyKey key, String... values) {
    List<byte[]> elements = new ArrayList<>();
    for (String value : values) {
      elements.add(value.getBytes(StandardCharsets.UTF_16LE));
    }
    return add(key, 0x101F, several(elements));
  }

  public Bags binaries(PropertyKey key, List<byte[]> values) {
    return add(key, 0x1102, several(values));
  }

  private static byte[] several(List<byte[]> values) {
    ByteBuffer head = ByteBuffer.allocate(4 + 4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    head.putInt(values.size());
    int at = head.capacity();
    for (byte[] value : values) {
      head.putInt(at);
      at += value.length;
    }
    all.writeBytes(head.array());
    values.forEach(all::writeBytes);
    return all.toByteArray();
  }

  public PropertyBag bag() {
    return new PropertyBag(properties, NameMap.of(names), CodePages.WESTERN);
  }

  public Message message() {
    return message(List.of(), List.of());
  }

  public Message message(List<PropertyBag> recipients, List<AttachedObject> attachments) {
    PropertyBag bag = bag();
    return new Message() {
      @Override
      public PropertyBag properties() {
        return bag;
      }

      @Override
      public List<PropertyBag> recipients() {
        return recipients;
      }

      @Override
      public List<AttachedObject> attachments() {
        return attachments;
      }
    };
  }

  public AttachedObject attachment() {
    PropertyBag bag = bag();
    return new AttachedObject() {
      @Override
      public PropertyBag properties() {
        return bag;
      }

      @Override
      public Optional<Message> embedded() {
        return Optional.empty();
      }
    };
  }
}
