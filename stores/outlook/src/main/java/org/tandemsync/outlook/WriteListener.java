package org.tandemsync.outlook;

/** Hears which items a store writes, so that Outlook's telling of it can be known for an echo. */
public interface WriteListener {
  /** Nobody listens. */
  WriteListener NONE =
      new WriteListener() {
        @Override
        public void wrote(String entryId) {}

        @Override
        public void deletes(String entryId) {}
      };

  /** The item of this id is written, or has been: of a new one nobody knows the id before. */
  void wrote(String entryId);

  /** The item of this id is about to be deleted. */
  void deletes(String entryId);
}
