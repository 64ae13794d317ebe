package org.tandemsync.outlook.standin;

import org.tandemsync.mapi.MessageEdit;

/** Where a stand-in keeps its items beside its own memory: a data file. */
public interface Shelf {

  /**
   * An item was saved.
   *
   * @param entryId "" of a new one
   * @param folder by name
   * @param whole everything that it holds
   * @return its entry id
   */
  String saved(String entryId, String folder, MessageEdit whole);

  /**
   * An item was moved, which leaves its content as it is.
   *
   * @return its entry id from now on
   */
  String moved(String entryId, String folder);

  void removed(String entryId);

  /** Keeps nothing. */
  Shelf NONE =
      new Shelf() {
        @Override
        public String saved(String entryId, String folder, MessageEdit whole) {
          return entryId;
        }

        @Override
        public String moved(String entryId, String folder) {
          return "";
        }

        @Override
        public void removed(String entryId) {}
      };
}
