package org.tandemsync.items;

import java.util.List;

/**
 * What Outlook keeps for accounting on every item.
 *
 * @param billingInformation free text
 * @param mileage free text
 * @param companies Outlook's Companies
 * @param contactNames Outlook's linked contacts
 */
public record Business(
    String billingInformation, String mileage, List<String> companies, List<String> contactNames) {
  public static final Business NONE = new Business("", "", List.of(), List.of());

  public Business {
    companies = List.copyOf(companies);
    contactNames = List.copyOf(contactNames);
  }
}
