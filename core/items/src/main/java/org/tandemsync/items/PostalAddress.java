package org.tandemsync.items;

/**
 * One postal address of a contact. One value when merging.
 *
 * @param street may have several lines
 * @param countryCode ISO 3166 code (PidLidAddressCountryCode), may be empty
 */
public record PostalAddress(
    String street,
    String city,
    String state,
    String postalCode,
    String country,
    String postOfficeBox,
    String countryCode) {

  public PostalAddress {
    street = Text.lines(street);
  }

  public boolean isEmpty() {
    return (street + city + state + postalCode + country + postOfficeBox).isBlank();
  }

  /** The country code is Outlook's own derivation and does not count. */
  public boolean sameAs(PostalAddress other) {
    return street.strip().equals(other.street.strip())
        && city.strip().equals(other.city.strip())
        && state.strip().equals(other.state.strip())
        && postalCode.strip().equals(other.postalCode.strip())
        && country.strip().equals(other.country.strip())
        && postOfficeBox.strip().equals(other.postOfficeBox.strip());
  }
}
