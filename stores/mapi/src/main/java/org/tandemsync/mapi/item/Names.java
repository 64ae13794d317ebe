package org.tandemsync.mapi.item;

import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;

/** Short forms for the properties that the codecs name. */
final class Names {
  private Names() {}

  static PropertyName appointment(int lid) {
    return PropertyName.of(PropertySets.APPOINTMENT, lid);
  }

  static PropertyName task(int lid) {
    return PropertyName.of(PropertySets.TASK, lid);
  }

  static PropertyName address(int lid) {
    return PropertyName.of(PropertySets.ADDRESS, lid);
  }

  static PropertyName common(int lid) {
    return PropertyName.of(PropertySets.COMMON, lid);
  }

  static PropertyName meeting(int lid) {
    return PropertyName.of(PropertySets.MEETING, lid);
  }

  static PropertyName text(String name) {
    return PropertyName.of(PropertySets.PUBLIC_STRINGS, name);
  }

  static PropertyTag tag(int id) {
    return new PropertyTag(id);
  }
}
