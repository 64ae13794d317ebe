package org.tandemsync.services.configuration;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tandemsync.items.Family;

/**
 * {@code [profiles.attachments]}.
 *
 * @param limitKilobytes the largest file in units of 1,024 bytes that goes to the server; of a
 *     larger one only its name does. What a server sends is taken whatever its size
 */
public record AttachmentOptions(int limitKilobytes) implements OptionGroup {
  /** Servers refuse resources of some MB, and phones load all of them. */
  public static final AttachmentOptions USUAL = new AttachmentOptions(2048);

  static final String NAME = "attachments";

  /** A resource is one text in memory, and base64 makes of 3 bytes 4. */
  private static final int MOST = 256 * 1024;

  static AttachmentOptions read(TomlMembers m) {
    m.allow("limit-kb");
    return new AttachmentOptions(m.number("limit-kb", USUAL.limitKilobytes, MOST));
  }

  /** The same in bytes. */
  public int limit() {
    return limitKilobytes * 1024;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Family> families() {
    return EnumSet.of(Family.EVENTS, Family.TASKS);
  }

  @Override
  public Map<String, Object> unusual() {
    return equals(USUAL) ? Map.of() : Map.of("limit-kb", limitKilobytes);
  }
}
