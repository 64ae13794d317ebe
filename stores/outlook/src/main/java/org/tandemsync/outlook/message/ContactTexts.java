package org.tandemsync.outlook.message;

import java.util.HashMap;
import java.util.Map;
import org.tandemsync.mapi.PropertyKey;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.outlook.model.ContactText;

/**
 * The texts of contacts that go by the object model ([MS-OXOCNTC] and the pages of ContactItem's
 * properties). Those of which Outlook makes others when they are set (the full name, whole
 * addresses, mail addresses) go as MAPI properties behind their parts.
 */
final class ContactTexts {
  static final Map<PropertyKey, ContactText> ALL = all();

  private ContactTexts() {}

  private static PropertyKey tag(int id) {
    return new PropertyTag(id);
  }

  private static PropertyKey address(int lid) {
    return PropertyName.of(PropertySets.ADDRESS, lid);
  }

  private static Map<PropertyKey, ContactText> all() {
    Map<PropertyKey, ContactText> all = new HashMap<>();
    all.put(tag(0x3A00), ContactText.Account);
    all.put(tag(0x3A30), ContactText.AssistantName);
    all.put(tag(0x3A2E), ContactText.AssistantTelephoneNumber);
    all.put(tag(0x3A1B), ContactText.Business2TelephoneNumber);
    all.put(address(0x8046), ContactText.BusinessAddressCity);
    all.put(address(0x8049), ContactText.BusinessAddressCountry);
    all.put(address(0x8048), ContactText.BusinessAddressPostalCode);
    all.put(address(0x804A), ContactText.BusinessAddressPostOfficeBox);
    all.put(address(0x8047), ContactText.BusinessAddressState);
    all.put(address(0x8045), ContactText.BusinessAddressStreet);
    all.put(tag(0x3A24), ContactText.BusinessFaxNumber);
    all.put(tag(0x3A51), ContactText.BusinessHomePage);
    all.put(tag(0x3A08), ContactText.BusinessTelephoneNumber);
    all.put(tag(0x3A02), ContactText.CallbackTelephoneNumber);
    all.put(tag(0x3A1E), ContactText.CarTelephoneNumber);
    all.put(tag(0x3A57), ContactText.CompanyMainTelephoneNumber);
    all.put(tag(0x3A16), ContactText.CompanyName);
    all.put(tag(0x3A49), ContactText.ComputerNetworkName);
    all.put(tag(0x3A4A), ContactText.CustomerID);
    all.put(tag(0x3A18), ContactText.Department);
    all.put(address(0x8005), ContactText.FileAs);
    all.put(tag(0x3A06), ContactText.FirstName);
    all.put(tag(0x3A4C), ContactText.FTPSite);
    all.put(tag(0x3A07), ContactText.GovernmentIDNumber);
    all.put(tag(0x3A43), ContactText.Hobby);
    all.put(tag(0x3A2F), ContactText.Home2TelephoneNumber);
    all.put(tag(0x3A59), ContactText.HomeAddressCity);
    all.put(tag(0x3A5A), ContactText.HomeAddressCountry);
    all.put(tag(0x3A5B), ContactText.HomeAddressPostalCode);
    all.put(tag(0x3A5C), ContactText.HomeAddressState);
    all.put(tag(0x3A5D), ContactText.HomeAddressStreet);
    all.put(tag(0x3A5E), ContactText.HomeAddressPostOfficeBox);
    all.put(tag(0x3A25), ContactText.HomeFaxNumber);
    all.put(tag(0x3A09), ContactText.HomeTelephoneNumber);
    all.put(address(0x8062), ContactText.IMAddress);
    all.put(tag(0x3A0A), ContactText.Initials);
    all.put(address(0x80D8), ContactText.InternetFreeBusyAddress);
    all.put(tag(0x3A2D), ContactText.ISDNNumber);
    all.put(tag(0x3A17), ContactText.JobTitle);
    all.put(tag(0x3A0C), ContactText.Language);
    all.put(tag(0x3A11), ContactText.LastName);
    all.put(tag(0x3A4E), ContactText.ManagerName);
    all.put(tag(0x3A44), ContactText.MiddleName);
    all.put(tag(0x3A1C), ContactText.MobileTelephoneNumber);
    all.put(tag(0x3A4F), ContactText.NickName);
    all.put(tag(0x3A19), ContactText.OfficeLocation);
    all.put(tag(0x3A10), ContactText.OrganizationalIDNumber);
    all.put(tag(0x3A5F), ContactText.OtherAddressCity);
    all.put(tag(0x3A60), ContactText.OtherAddressCountry);
    all.put(tag(0x3A61), ContactText.OtherAddressPostalCode);
    all.put(tag(0x3A62), ContactText.OtherAddressState);
    all.put(tag(0x3A63), ContactText.OtherAddressStreet);
    all.put(tag(0x3A64), ContactText.OtherAddressPostOfficeBox);
    all.put(tag(0x3A23), ContactText.OtherFaxNumber);
    all.put(tag(0x3A1F), ContactText.OtherTelephoneNumber);
    all.put(tag(0x3A21), ContactText.PagerNumber);
    all.put(tag(0x3A50), ContactText.PersonalHomePage);
    all.put(tag(0x3A1A), ContactText.PrimaryTelephoneNumber);
    all.put(tag(0x3A46), ContactText.Profession);
    all.put(tag(0x3A1D), ContactText.RadioTelephoneNumber);
    all.put(tag(0x3A47), ContactText.ReferredBy);
    all.put(tag(0x3A48), ContactText.Spouse);
    all.put(tag(0x3A05), ContactText.Suffix);
    all.put(tag(0x3A2C), ContactText.TelexNumber);
    all.put(tag(0x3A45), ContactText.Title);
    all.put(tag(0x3A4B), ContactText.TTYTDDTelephoneNumber);
    all.put(address(0x804F), ContactText.User1);
    all.put(address(0x8050), ContactText.User2);
    all.put(address(0x8051), ContactText.User3);
    all.put(address(0x8052), ContactText.User4);
    all.put(address(0x802B), ContactText.WebPage);
    all.put(address(0x802E), ContactText.YomiCompanyName);
    all.put(address(0x802C), ContactText.YomiFirstName);
    all.put(address(0x802D), ContactText.YomiLastName);
    return Map.copyOf(all);
  }
}
