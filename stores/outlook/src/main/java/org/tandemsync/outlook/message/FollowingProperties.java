package org.tandemsync.outlook.message;

import java.util.HashSet;
import java.util.Set;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;

/**
 * MAPI properties that a data file needs and Outlook itself sets: copies of others, defaults of new
 * items, and what belongs to times and series, which the object model writes as a whole.
 */
final class FollowingProperties {
  private static final Set<PropertyKey> ALL = all();

  private FollowingProperties() {}

  static boolean contains(PropertyKey key) {
    return ALL.contains(key);
  }

  private static void tags(Set<PropertyKey> into, int... ids) {
    for (int id : ids) {
      into.add(new PropertyTag(id));
    }
  }

  private static void named(Set<PropertyKey> into, java.util.UUID set, int... lids) {
    for (int lid : lids) {
      into.add(PropertyName.of(set, lid));
    }
  }

  private static Set<PropertyKey> all() {
    Set<PropertyKey> all = new HashSet<>();
    all.add(Tags.MESSAGE_CLASS);
    all.add(Tags.MESSAGE_FLAGS);
    all.add(Tags.ICON);
    all.add(Tags.PRIORITY);
    all.add(Tags.CONVERSATION_TOPIC);
    all.add(Tags.NORMALIZED_SUBJECT);
    all.add(Tags.SUBJECT_PREFIX);
    all.add(Tags.INTERNET_CODE_PAGE);
    all.add(Tags.PREVIEW);
    all.add(Tags.FLAG_STATUS);
    // receipts and redirection of new items, and times and names that follow
    tags(all, 0x0002, 0x0023, 0x0029, 0x0E01, 0x0060, 0x0061, 0x0E02, 0x0E03, 0x0E04);
    // the mailing address, which is one of the three
    tags(all, 0x3A15, 0x3A26, 0x3A27, 0x3A28, 0x3A29, 0x3A2A, 0x3A2B);
    named(all, PropertySets.COMMON, 0x8506, 0x850E, 0x8510, 0x8516, 0x8517, 0x8518, 0x8552, 0x8554);
    named(all, PropertySets.COMMON, 0x8560, 0x85A0, 0x85A1, 0x85BF);
    named(all, PropertySets.APPOINTMENT, 0x8200, 0x8207, 0x820D, 0x820E, 0x8213, 0x8214, 0x8215);
    named(all, PropertySets.APPOINTMENT, 0x8206, 0x8216, 0x8223, 0x8224, 0x8228, 0x8231, 0x8232);
    named(all, PropertySets.APPOINTMENT, 0x8233, 0x8234, 0x8235, 0x8236, 0x8238, 0x823B, 0x823C);
    named(all, PropertySets.APPOINTMENT, 0x8256, 0x8257, 0x8259, 0x825A, 0x825E, 0x825F, 0x8260);
    named(all, PropertySets.TASK, 0x8107, 0x8109, 0x8112, 0x8113, 0x8116, 0x811C, 0x8123, 0x8124);
    named(all, PropertySets.TASK, 0x8126, 0x8129, 0x812C, 0x8139);
    named(all, PropertySets.ADDRESS, 0x8015, 0x8025, 0x8026, 0x8027, 0x8028, 0x8029);
    return Set.copyOf(all);
  }
}
