package org.tandemsync.pst;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PidTagConversationId, which only rows of tables have ([MS-PST] 2.5, [MS-OXOMSG] 2.2.1.2): made of
 * the conversation index if that is tracked, otherwise of the topic.
 */
final class ConversationId {
  private static final int ID = 0x30130102;
  private static final int TRACKED = 0x3016000B;
  private static final int INDEX = 0x00710102;
  private static final int TOPIC = 0x0070001F;
  private static final int GUID_AT = 6;
  private static final int GUID_END = 22;

  private ConversationId() {}

  /**
   * The id for the row of a message, or null if it has none.
   *
   * @param old the row that it had: while topic and index stay, Outlook's own id stays
   */
  static byte @Nullable [] of(ObjectValues message, Map<Integer, byte[]> old) {
    byte[] index = message.get(INDEX);
    byte[] topic = message.get(TOPIC);
    if (old.containsKey(ID)
        && Arrays.equals(old.get(INDEX), index)
        && Arrays.equals(old.get(TOPIC), topic)) {
      return old.get(ID);
    }
    byte[] tracked = message.get(TRACKED);
    if (tracked != null && tracked[0] != 0 && index != null && index.length >= GUID_END) {
      return Arrays.copyOfRange(index, GUID_AT, GUID_END);
    }
    return topic == null ? null : hash(topic);
  }

  private static byte[] hash(byte[] topic) {
    StringBuilder upper = new StringBuilder();
    for (char c : new String(topic, StandardCharsets.UTF_16LE).toCharArray()) {
      upper.append(Character.toUpperCase(c));
    }
    try {
      return MessageDigest.getInstance("MD5")
          .digest(upper.toString().getBytes(StandardCharsets.UTF_16LE));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
