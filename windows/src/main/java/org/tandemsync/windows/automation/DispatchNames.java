package org.tandemsync.windows.automation;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/**
 * The numbers of names, remembered for each interface: asking for one is a call to the other
 * program. All on the thread of the apartment.
 */
final class DispatchNames {
  /** LOCALE_USER_DEFAULT. */
  static final int LOCALE = 0x400;

  private static final int GET_TYPE_INFO = 4;
  private static final int GET_IDS_OF_NAMES = 5;
  private static final int GET_TYPE_ATTR = 3;
  private static final int RELEASE_TYPE_ATTR = 19;

  private final Map<UUID, Map<String, Integer>> known = new HashMap<>();

  /** The numbers that are known of the interface of an object; its own, if it does not say. */
  Map<String, Integer> of(ComPointer object) {
    return kind(object)
        .map(kind -> known.computeIfAbsent(kind, k -> new HashMap<>()))
        .orElseGet(HashMap::new);
  }

  /** IDispatch::GetIDsOfNames for a name that is not in the numbers yet. */
  static int ask(ComPointer object, String name) {
    byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
    try (Memory none = Guid.of(Guid.NULL);
        Memory characters = new Memory(text.length);
        Memory names = new Memory(Native.POINTER_SIZE);
        Memory id = new Memory(Integer.BYTES)) {
      characters.write(0, text, 0, text.length);
      names.setPointer(0, characters);
      int result = object.call(GET_IDS_OF_NAMES, none, names, 1, LOCALE, id);
      if (result < 0) {
        throw new AutomationException(new HResult(result), name, "the name is not known");
      }
      return id.getInt(0);
    }
  }

  /** The GUID of the interface, as its type information tells it. */
  private static Optional<UUID> kind(ComPointer object) {
    try (Memory place = ComPointer.pointer()) {
      if (object.call(GET_TYPE_INFO, 0, LOCALE, place) < 0) {
        return Optional.empty();
      }
      return ComPointer.at(place).flatMap(DispatchNames::guid);
    }
  }

  private static Optional<UUID> guid(ComPointer typeInformation) {
    try (Memory place = ComPointer.pointer()) {
      if (typeInformation.call(GET_TYPE_ATTR, place) < 0) {
        return Optional.empty();
      }
      Pointer attributes = place.getPointer(0); // TYPEATTR begins with the GUID
      UUID guid = Guid.read(attributes);
      int _ = typeInformation.call(RELEASE_TYPE_ATTR, attributes);
      return guid.equals(Guid.NULL) ? Optional.empty() : Optional.of(guid);
    } finally {
      typeInformation.release();
    }
  }
}
