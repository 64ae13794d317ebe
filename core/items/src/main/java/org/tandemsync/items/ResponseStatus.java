package org.tandemsync.items;

/** Outlook's OlResponseStatus, in the order of its numbers 0 to 5. */
public enum ResponseStatus {
  NONE,
  ORGANIZED,
  TENTATIVE,
  ACCEPTED,
  DECLINED,
  NOT_RESPONDED
}
