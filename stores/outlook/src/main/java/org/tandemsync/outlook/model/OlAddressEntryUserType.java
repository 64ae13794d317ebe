package org.tandemsync.outlook.model;

/** Microsoft's {@code OlAddressEntryUserType}. */
public enum OlAddressEntryUserType implements OlConstant {
  olExchangeUserAddressEntry(0),
  olExchangeDistributionListAddressEntry(1),
  olExchangePublicFolderAddressEntry(2),
  olExchangeAgentAddressEntry(3),
  olExchangeOrganizationAddressEntry(4),
  olExchangeRemoteUserAddressEntry(5),
  olOutlookContactAddressEntry(10),
  olOutlookDistributionListAddressEntry(11),
  olLdapAddressEntry(20),
  olSmtpAddressEntry(30),
  olOtherAddressEntry(40);

  private final int value;

  OlAddressEntryUserType(int value) {
    this.value = value;
  }

  @Override
  public int value() {
    return value;
  }
}
