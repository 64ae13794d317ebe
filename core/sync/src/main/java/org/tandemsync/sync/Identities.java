package org.tandemsync.sync;

/** Where new identities come from: a parameter, so that runs can be repeated. */
public interface Identities {

  /** A fresh link id. */
  LinkId newLink();

  /**
   * The UID of an item that is made from one without a UID of its own, or whose UID is taken. The
   * same question always gets the same answer: a create that is tried again has the same identity.
   *
   * @param source the side that the item comes from
   * @param id its id there
   */
  String uid(Side source, ItemId id);
}
