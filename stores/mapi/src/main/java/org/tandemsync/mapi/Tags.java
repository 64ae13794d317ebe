package org.tandemsync.mapi;

/** Properties with a fixed id that every kind of object may have ([MS-OXPROPS]). */
public final class Tags {
  public static final PropertyTag MESSAGE_CLASS = tag(0x001A);
  public static final PropertyTag SUBJECT = tag(0x0037);
  public static final PropertyTag NORMALIZED_SUBJECT = tag(0x0E1D);
  public static final PropertyTag SUBJECT_PREFIX = tag(0x003D);
  public static final PropertyTag CONVERSATION_TOPIC = tag(0x0070);
  public static final PropertyTag MESSAGE_FLAGS = tag(0x0E07);
  public static final PropertyTag ICON = tag(0x1080);
  public static final PropertyTag IMPORTANCE = tag(0x0017);
  public static final PropertyTag PRIORITY = tag(0x0026);
  public static final PropertyTag SENSITIVITY = tag(0x0036);
  public static final PropertyTag CREATED = tag(0x3007);
  public static final PropertyTag MODIFIED = tag(0x3008);
  public static final PropertyTag BODY = tag(0x1000);
  public static final PropertyTag RTF = tag(0x1009);
  public static final PropertyTag HTML = tag(0x1013);
  public static final PropertyTag NATIVE_BODY = tag(0x1016);
  public static final PropertyTag RTF_IN_SYNC = tag(0x0E1F);
  public static final PropertyTag PREVIEW = tag(0x6619);
  public static final PropertyTag INTERNET_CODE_PAGE = tag(0x3FDE);
  public static final PropertyTag MESSAGE_CODE_PAGE = tag(0x3FFD);
  public static final PropertyTag LOCALE = tag(0x3FF1);

  public static final PropertyTag FLAG_STATUS = tag(0x1090);

  /** PidTagRoamingDatatypes: which settings a hidden message keeps. */
  public static final PropertyTag ROAMING_TYPES = tag(0x7C06);

  /** PidTagRoamingXmlStream: settings that a hidden message keeps. */
  public static final PropertyTag ROAMING_XML = tag(0x7C08);

  /** PidTagSearchKey: given when the object is made, kept whatever is changed. */
  public static final PropertyTag SEARCH_KEY = tag(0x300B);

  public static final PropertyTag RECORD_KEY = tag(0x0FF9);
  public static final PropertyTag ENTRY_ID = tag(0x0FFF);
  public static final PropertyTag DISPLAY_NAME = tag(0x3001);
  public static final PropertyTag ADDRESS_TYPE = tag(0x3002);
  public static final PropertyTag EMAIL_ADDRESS = tag(0x3003);
  public static final PropertyTag SMTP_ADDRESS = tag(0x39FE);

  public static final PropertyTag CONTAINER_CLASS = tag(0x3613);
  public static final PropertyTag CONTENT_COUNT = tag(0x3602);
  public static final PropertyTag IPM_SUBTREE = tag(0x35E0);
  public static final PropertyTag DELETED_ITEMS = tag(0x35E3);

  public static final PropertyTag RECIPIENT_TYPE = tag(0x0C15);
  public static final PropertyTag RECIPIENT_FLAGS = tag(0x5FFD);
  public static final PropertyTag RECIPIENT_RESPONSE = tag(0x5FFF);
  public static final PropertyTag RECIPIENT_NAME = tag(0x5FF6);

  public static final PropertyTag SENDER_NAME = tag(0x0C1A);
  public static final PropertyTag SENDER_TYPE = tag(0x0C1E);
  public static final PropertyTag SENDER_ADDRESS = tag(0x0C1F);
  public static final PropertyTag SENDER_SMTP = tag(0x5D01);
  public static final PropertyTag REPRESENTING_NAME = tag(0x0042);
  public static final PropertyTag REPRESENTING_TYPE = tag(0x0064);
  public static final PropertyTag REPRESENTING_ADDRESS = tag(0x0065);
  public static final PropertyTag REPRESENTING_SMTP = tag(0x5D02);

  public static final PropertyTag ATTACHMENT_METHOD = tag(0x3705);
  public static final PropertyTag ATTACHMENT_DATA = tag(0x3701);
  public static final PropertyTag ATTACHMENT_EXTENSION = tag(0x3703);
  public static final PropertyTag ATTACHMENT_LONG_NAME = tag(0x3707);
  public static final PropertyTag ATTACHMENT_NAME = tag(0x3704);
  public static final PropertyTag ATTACHMENT_PATH = tag(0x370D);
  public static final PropertyTag ATTACHMENT_MEDIA_TYPE = tag(0x370E);
  public static final PropertyTag ATTACHMENT_HIDDEN = tag(0x7FFE);
  public static final PropertyTag ATTACHMENT_CONTACT_PHOTO = tag(0x7FFF);
  public static final PropertyTag ATTACHMENT_FLAGS = tag(0x3714);
  public static final PropertyTag ATTACHMENT_KIND = tag(0x7FFD);
  public static final PropertyTag ATTACHMENT_LINK_ID = tag(0x7FFA);
  public static final PropertyTag EXCEPTION_REPLACED = tag(0x7FF9);
  public static final PropertyTag EXCEPTION_START = tag(0x7FFB);
  public static final PropertyTag EXCEPTION_END = tag(0x7FFC);

  /** PidNameKeywords: the categories. */
  public static final PropertyName KEYWORDS =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "Keywords");

  /** Our own: the UID that an item has on the server. */
  public static final PropertyName TANDEM_UID =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-uid");

  /** Our own: the mark of the write that made the item. */
  public static final PropertyName TANDEM_STAMP =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-stamp");

  /** Our own: what a contact is filed under only because Outlook needs something there. */
  public static final PropertyName TANDEM_FILE_AS =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-file-as");

  /** Our own: the CSS name of a colour, which Outlook only has for categories. */
  public static final PropertyName TANDEM_COLOR =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-color");

  /** Our own: a web page about the item. */
  public static final PropertyName TANDEM_URL =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-url");

  /** Our own: the UID of the task that this one is a part of. */
  public static final PropertyName TANDEM_PARENT =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-parent");

  /**
   * Our own: the names of the fields that a changed occurrence does not take from its series, also
   * where it has them empty.
   */
  public static final PropertyName TANDEM_OWN =
      PropertyName.of(PropertySets.PUBLIC_STRINGS, "tandem-own");

  private Tags() {}

  private static PropertyTag tag(int id) {
    return new PropertyTag(id);
  }
}
