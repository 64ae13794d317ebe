package org.tandemsync.convert;

/**
 * How contacts and distribution lists are written, and which of several addresses comes first.
 *
 * @param version of new contacts
 * @param groups the format of new distribution lists
 * @param firstMail which address of a card is the first one in Outlook, and how a new first one is
 *     marked
 * @param chat how new addresses for instant messages are written in vCard 3.0; 4.0 has IMPP only
 * @param chatService the service of an address in Outlook's text that names none
 * @param phones how telephone numbers of cards come to Outlook; written they are as Outlook has
 *     them
 */
public record CardSettings(
    CardVersion version,
    GroupFormat groups,
    FirstMail firstMail,
    ChatFormat chat,
    ChatService chatService,
    PhoneFormat phones) {

  /** What most address books take: vCard 3.0, groups as iCloud has them. */
  public static final CardSettings USUAL =
      new CardSettings(
          CardVersion.V3,
          GroupFormat.ADDRESSBOOKSERVER,
          FirstMail.HOME,
          ChatFormat.PROPERTIES,
          ChatService.AIM,
          PhoneFormat.AS_WRITTEN);

  /** Which kind of mail address Outlook's first one is; its second one is of the other kind. */
  public enum FirstMail {
    HOME,
    WORK
  }

  /** How an address for instant messages is written. */
  public enum ChatFormat {
    /** X-SKYPE, X-JABBER and so on. */
    PROPERTIES,
    /** IMPP (RFC 4770), as iCloud writes it. */
    IMPP
  }

  /** How telephone numbers of cards come to Outlook. */
  public enum PhoneFormat {
    AS_WRITTEN,
    /** With brackets round the area code, so that Outlook can take them apart. */
    BRACKETS
  }

  public CardSettings with(PhoneFormat value) {
    return new CardSettings(version, groups, firstMail, chat, chatService, value);
  }

  public CardSettings with(CardVersion value) {
    return new CardSettings(value, groups, firstMail, chat, chatService, phones);
  }

  public CardSettings with(GroupFormat value) {
    return new CardSettings(version, value, firstMail, chat, chatService, phones);
  }

  public CardSettings with(FirstMail value) {
    return new CardSettings(version, groups, value, chat, chatService, phones);
  }

  public CardSettings with(ChatFormat value) {
    return new CardSettings(version, groups, firstMail, value, chatService, phones);
  }

  public CardSettings with(ChatService value) {
    return new CardSettings(version, groups, firstMail, chat, value, phones);
  }
}
