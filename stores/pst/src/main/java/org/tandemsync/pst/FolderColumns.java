package org.tandemsync.pst;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tandemsync.items.Family;
import org.tandemsync.mapi.NameMap;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;

/**
 * The columns of the tables of a new file, as Outlook 2013 and later make them: those of the
 * templates ([MS-PST] 2.4.4, 2.4.5), and those that its views of calendars, contacts and tasks
 * need.
 */
final class FolderColumns {
  static final List<Integer> HIERARCHY =
      tags(
          """
          0e300102 0e330014 0e340102 0e380003 3001001f 36020003 36030003 360a000b 3613001f
          66350003 66360003
          """);

  /** Of the folder in which users make folders. */
  static final List<Integer> TOP_HIERARCHY =
      tags(
          """
          0e300102 0e330014 0e340102 0e380003 10f4000b 3001001f 30200102 30210102 36020003
          36030003 360a000b 3613001f 36da0102 36de0003 66350003 66360003 66700102 672d0003
          67300014 67310003 6732001f 6733001f 68530003
          """);

  static final List<Integer> CONTENTS =
      tags(
          """
          00170003 001a001f 00360003 0037001f 00390040 0042001f 0057000b 0058000b 0070001f
          00710102 0e03001f 0e04001f 0e060040 0e070003 0e080003 0e170003 0e300102 0e330014
          0e340102 0e380003 0e3c0102 0e3d0102 10970003 30080040 30130102 65c60003
          """);

  static final List<Integer> ASSOCIATED =
      tags(
          """
          001a001f 0e070003 0e170003 3001001f 6800001f 6803000b 68051003 682f001f 70030003
          70040102 70050102 7006001f 70070003
          """);

  static final List<Integer> SEARCH_CONTENTS =
      tags(
          """
          00170003 001a001f 00360003 0037001f 0042001f 0057000b 0058000b 0e03001f 0e04001f
          0e05001f 0e060040 0e070003 0e080003 0e170003 0e2a000b 30080040 67f10003
          """);

  static final List<Integer> RECEIVE_FOLDERS = tags("001a001f 66050003");
  static final List<Integer> OUTGOING_QUEUE = tags("00390040 0e100003 0e140003");
  static final List<Integer> ATTACHMENTS = tags("0e200003 3704001f 37050003 370b0003");

  static final List<Integer> RECIPIENTS =
      tags(
          """
          0c150003 0e0f000b 0ff90102 0ffe0003 0fff0102 3001001f 3002001f 3003001f 300b0102
          39000003 39ff001f 3a40000b
          """);

  /**
   * Of three templates that no document describes; every file of Outlook 2007 or later has them.
   */
  static final Map<Integer, List<Integer>> REPLICATION =
      Map.of(
          0x6B6, tags("0e330014 0e370102 0e380003"),
          0x6D7, tags("001a001f 0e300102 0e310102 0e330014 0e340102 0e380003 0e3e0102"),
          0x6F8, tags("0e330014 30070040"));

  /** In every folder that a user looks at. */
  private static final String VIEWED =
      """
      00300040 0e2b0003 0ea20003 1035001f 10800003 10900003 10950003 30070040 300b0102 6e010003
      K8502:0040 K8503:000b K8510:0003 K8578:0003 K85a8:0102 T8101:0003 T8104:0040 T8105:0040
      T811c:000b
      """;

  private static final String CALENDAR =
      """
      0063000b A8205:0003 A8207:0003 A8208:001f A8209:001f A820d:0040 A820e:0040 A8214:0003
      A8215:000b A8216:0102 A8217:0003 A8218:0003 A8223:000b A8229:000b A8233:0102 A8234:001f
      A8235:0040 A8236:0040 A825e:0102 K8501:0003 K8514:000b
      """;

  private static final String CONTACTS =
      """
      3001001f 3a06001f 3a08001f 3a09001f 3a11001f 3a15001f 3a16001f 3a17001f 3a18001f 3a1a001f
      3a1b001f 3a1c001f 3a1e001f 3a1f001f 3a21001f 3a23001f 3a24001f 3a25001f 3a2e001f 3a2f001f
      3a4b001f 3a50001f 3a51001f 3a57001f 3a710003 65e20102
      C8005:001f C8015:000b C801a:001f C801b:001f C801c:001f C8028:1003 C8029:0003 C802c:001f
      C802d:001f C802e:001f C8040:0102 C8043:0003 C804f:001f C8050:001f C8051:001f C8052:001f
      C8062:001f C8080:001f C8082:001f C8083:001f C8084:001f C8085:0102 C8086:000b C8090:001f
      C8092:001f C8093:001f C8094:001f C8095:0102 C8096:000b C80a0:001f C80a2:001f C80a3:001f
      C80a4:001f C80a5:0102 C80a6:000b C80b2:001f C80b3:001f C80b4:001f C80b5:0102 C80b6:000b
      C80c2:001f C80c3:001f C80c4:001f C80c5:0102 C80c6:000b C80d2:001f C80d3:001f C80d4:001f
      C80d5:0102 C80d6:000b K8530:001f K8552:0003
      """;

  private static final String TASKS =
      """
      K8514:000b K8552:0003 K85a0:0040 K85a1:001f K85a4:001f T8102:0005 T8108:000b T810f:0040
      T8113:0003 T811f:001f T8121:001f T8123:0003 T8129:0003
      """;

  private FolderColumns() {}

  private static List<Integer> tags(String hex) {
    return List.of(hex.strip().split("\\s+")).stream().map(HexFormat::fromHexDigits).toList();
  }

  /** The columns by which a folder for a family is shown and sorted, with their types. */
  private static Map<PropertyKey, Integer> viewed(Family family) {
    String own =
        switch (family) {
          case EVENTS -> CALENDAR;
          case TASKS -> TASKS;
          case CONTACTS -> CONTACTS;
        };
    Map<PropertyKey, Integer> columns = new LinkedHashMap<>();
    for (String column : (VIEWED + own).strip().split("\\s+")) {
      if (column.indexOf(':') < 0) {
        int tag = HexFormat.fromHexDigits(column);
        columns.put(new PropertyTag(tag >>> 16), tag & 0xFFFF);
      } else {
        int lid = HexFormat.fromHexDigits(column, 1, 5);
        int type = HexFormat.fromHexDigits(column, 6, 10);
        columns.put(PropertyName.of(set(column.charAt(0)), lid), type);
      }
    }
    columns.put(Tags.KEYWORDS, 0x101F);
    return columns;
  }

  private static UUID set(char letter) {
    return switch (letter) {
      case 'A' -> PropertySets.APPOINTMENT;
      case 'T' -> PropertySets.TASK;
      case 'C' -> PropertySets.ADDRESS;
      case 'K' -> PropertySets.COMMON;
      default -> throw new IllegalArgumentException("no set " + letter);
    };
  }

  /** The names that the columns for a family need. */
  static Collection<PropertyName> names(Family family) {
    return viewed(family).keySet().stream()
        .filter(PropertyName.class::isInstance)
        .map(PropertyName.class::cast)
        .toList();
  }

  /** The columns of the table of items of a folder for a family, in a file with these names. */
  static List<Integer> contents(Family family, NameMap names) {
    List<Integer> tags = new ArrayList<>(CONTENTS);
    viewed(family).forEach((key, type) -> tags.add(names.id(key).orElseThrow() << 16 | type));
    return tags;
  }
}
