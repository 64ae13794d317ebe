package org.tandemsync.items;

/** Outlook's OlTaskDelegationState: where an assigned task stands. */
public enum DelegationState {
  NOT_DELEGATED,
  UNKNOWN,
  ACCEPTED,
  DECLINED
}
