package org.tandemsync.items;

/** The nineteen numbers that an Outlook contact has a place for. */
public enum PhoneSlot {
  PRIMARY,
  MOBILE,
  HOME,
  HOME2,
  HOME_FAX,
  BUSINESS,
  BUSINESS2,
  BUSINESS_FAX,
  PAGER,
  CAR,
  ISDN,
  OTHER,
  OTHER_FAX,
  ASSISTANT,
  CALLBACK,
  COMPANY_MAIN,
  RADIO,
  TTY_TDD,
  TELEX
}
