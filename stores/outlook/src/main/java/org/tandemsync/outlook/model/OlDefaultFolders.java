package org.tandemsync.outlook.model;

/** Microsoft's {@code OlDefaultFolders}. */
public enum OlDefaultFolders implements OlConstant {
  olFolderDeletedItems(3),
  olFolderOutbox(4),
  olFolderSentMail(5),
  olFolderInbox(6),
  olFolderCalendar(9),
  olFolderContacts(10),
  olFolderJournal(11),
  olFolderNotes(12),
  olFolderTasks(13),
  olFolderDrafts(16),
  olPublicFoldersAllPublicFolders(18),
  olFolderConflicts(19),
  olFolderSyncIssues(20),
  olFolderLocalFailures(21),
  olFolderServerFailures(22),
  olFolderJunk(23),
  olFolderRssFeeds(25),
  olFolderToDo(28),
  olFolderManagedEmail(29),
  olFolderSuggestedContacts(30);

  private final int value;

  OlDefaultFolders(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
