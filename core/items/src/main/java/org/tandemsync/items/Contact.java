package org.tandemsync.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An Outlook contact.
 *
 * @param uid UID of the resource; for appointments the one of the Global Object ID; may be empty
 * @param name title, first, middle, last name, suffix
 * @param fullName the name as shown; usually made of the parts
 * @param fileAs what the contact is filed under
 * @param nickname nickname
 * @param initials initials
 * @param yomi how Japanese names are read
 * @param company company
 * @param department department
 * @param jobTitle job title
 * @param profession profession
 * @param officeLocation office
 * @param manager manager's name
 * @param assistant assistant's name
 * @param phones telephone numbers as written, none empty
 * @param emails mail addresses
 * @param addresses postal addresses, none empty
 * @param mailingAddress which address is the mailing address, or null
 * @param imAddress instant messaging: "Service: handle; Service: handle"
 * @param webPage the page that Outlook shows
 * @param personalHomePage personal home page
 * @param businessHomePage business home page
 * @param ftpSite FTP site
 * @param freeBusyUrl where the free/busy times are published
 * @param birthday birthday, or null
 * @param anniversary anniversary, or null
 * @param spouse spouse or partner
 * @param children names of children
 * @param hobbies hobbies
 * @param referredBy who referred the contact
 * @param gender gender
 * @param language language
 * @param account account
 * @param customerId customer id
 * @param governmentId government id
 * @param organizationalId organizational id
 * @param computerNetworkName computer network name
 * @param mailLocation location (PidTagLocation)
 * @param userFields Outlook's User1 to User4, always four
 * @param photo the picture, or null
 * @param certificates X.509 certificates, DER
 * @param notes the text
 * @param categories the categories
 * @param sensitivity normal, personal, private or confidential
 * @param business billing, mileage, companies, linked contacts
 * @param userProperties Outlook's user properties of type text, by name
 * @param created when the item was made, UTC; derived, never merged
 * @param modified when it was last changed by the clock of its own side, UTC; derived, never merged
 */
public record Contact(
    String uid,
    PersonName name,
    String fullName,
    String fileAs,
    String nickname,
    String initials,
    YomiName yomi,
    String company,
    String department,
    String jobTitle,
    String profession,
    String officeLocation,
    String manager,
    String assistant,
    Map<PhoneSlot, String> phones,
    Map<EmailSlot, EmailAddress> emails,
    Map<AddressSlot, PostalAddress> addresses,
    @Nullable AddressSlot mailingAddress,
    String imAddress,
    String webPage,
    String personalHomePage,
    String businessHomePage,
    String ftpSite,
    String freeBusyUrl,
    @Nullable LocalDate birthday,
    @Nullable LocalDate anniversary,
    String spouse,
    List<String> children,
    String hobbies,
    String referredBy,
    Gender gender,
    String language,
    String account,
    String customerId,
    String governmentId,
    String organizationalId,
    String computerNetworkName,
    String mailLocation,
    List<String> userFields,
    @Nullable Photo photo,
    List<Bytes> certificates,
    Body notes,
    Categories categories,
    Sensitivity sensitivity,
    Business business,
    Map<String, String> userProperties,
    @Nullable Instant created,
    @Nullable Instant modified)
    implements Item {

  public Contact {
    phones = slots(phones, PhoneSlot.class);
    emails = slots(emails, EmailSlot.class);
    addresses = slots(addresses, AddressSlot.class);
    children = List.copyOf(children);
    userFields = List.copyOf(userFields);
    certificates = List.copyOf(certificates);
    userProperties = Collections.unmodifiableMap(new TreeMap<>(userProperties));
    if (userFields.size() != 4) {
      throw new IllegalArgumentException("a contact has four user fields");
    }
  }

  private static <K extends Enum<K>, V> Map<K, V> slots(Map<K, V> filled, Class<K> type) {
    Map<K, V> copy = new EnumMap<>(type);
    filled.forEach(
        (slot, value) -> {
          boolean empty =
              value instanceof String s
                  ? s.isBlank()
                  : value instanceof PostalAddress a && a.isEmpty();
          if (!empty) {
            copy.put(slot, value);
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Full name, else name parts, else file-as, company, first mail address; may be empty. */
  public String displayName() {
    if (!fullName.isBlank()) {
      return fullName;
    }
    for (String candidate : List.of(name.spoken(), fileAs, company, nickname)) {
      if (!candidate.isBlank()) {
        return candidate;
      }
    }
    return emails.values().stream().map(EmailAddress::address).findFirst().orElse("");
  }

  /** A new, empty one. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this one. */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.uid = uid;
    b.name = name;
    b.fullName = fullName;
    b.fileAs = fileAs;
    b.nickname = nickname;
    b.initials = initials;
    b.yomi = yomi;
    b.company = company;
    b.department = department;
    b.jobTitle = jobTitle;
    b.profession = profession;
    b.officeLocation = officeLocation;
    b.manager = manager;
    b.assistant = assistant;
    b.phones = phones;
    b.emails = emails;
    b.addresses = addresses;
    b.mailingAddress = mailingAddress;
    b.imAddress = imAddress;
    b.webPage = webPage;
    b.personalHomePage = personalHomePage;
    b.businessHomePage = businessHomePage;
    b.ftpSite = ftpSite;
    b.freeBusyUrl = freeBusyUrl;
    b.birthday = birthday;
    b.anniversary = anniversary;
    b.spouse = spouse;
    b.children = children;
    b.hobbies = hobbies;
    b.referredBy = referredBy;
    b.gender = gender;
    b.language = language;
    b.account = account;
    b.customerId = customerId;
    b.governmentId = governmentId;
    b.organizationalId = organizationalId;
    b.computerNetworkName = computerNetworkName;
    b.mailLocation = mailLocation;
    b.userFields = userFields;
    b.photo = photo;
    b.certificates = certificates;
    b.notes = notes;
    b.categories = categories;
    b.sensitivity = sensitivity;
    b.business = business;
    b.userProperties = userProperties;
    b.created = created;
    b.modified = modified;
    return b;
  }

  @Override
  public String title() {
    return displayName();
  }

  @Override
  public ItemType type() {
    return ItemType.CONTACT;
  }

  @Override
  public Contact withUid(String value) {
    return toBuilder().uid(value).build();
  }

  /** Builds Contact values one field at a time; what is not set is empty or Outlook's default. */
  public static final class Builder {
    private String uid = "";
    private PersonName name = PersonName.EMPTY;
    private String fullName = "";
    private String fileAs = "";
    private String nickname = "";
    private String initials = "";
    private YomiName yomi = YomiName.EMPTY;
    private String company = "";
    private String department = "";
    private String jobTitle = "";
    private String profession = "";
    private String officeLocation = "";
    private String manager = "";
    private String assistant = "";
    private Map<PhoneSlot, String> phones = Map.of();
    private Map<EmailSlot, EmailAddress> emails = Map.of();
    private Map<AddressSlot, PostalAddress> addresses = Map.of();
    private @Nullable AddressSlot mailingAddress = null;
    private String imAddress = "";
    private String webPage = "";
    private String personalHomePage = "";
    private String businessHomePage = "";
    private String ftpSite = "";
    private String freeBusyUrl = "";
    private @Nullable LocalDate birthday = null;
    private @Nullable LocalDate anniversary = null;
    private String spouse = "";
    private List<String> children = List.of();
    private String hobbies = "";
    private String referredBy = "";
    private Gender gender = Gender.UNSPECIFIED;
    private String language = "";
    private String account = "";
    private String customerId = "";
    private String governmentId = "";
    private String organizationalId = "";
    private String computerNetworkName = "";
    private String mailLocation = "";
    private List<String> userFields = List.of("", "", "", "");
    private @Nullable Photo photo = null;
    private List<Bytes> certificates = List.of();
    private Body notes = Body.EMPTY;
    private Categories categories = Categories.NONE;
    private Sensitivity sensitivity = Sensitivity.NORMAL;
    private Business business = Business.NONE;
    private Map<String, String> userProperties = Map.of();
    private @Nullable Instant created = null;
    private @Nullable Instant modified = null;

    private Builder() {}

    public Builder uid(String value) {
      uid = value;
      return this;
    }

    public Builder name(PersonName value) {
      name = value;
      return this;
    }

    public Builder fullName(String value) {
      fullName = value;
      return this;
    }

    public Builder fileAs(String value) {
      fileAs = value;
      return this;
    }

    public Builder nickname(String value) {
      nickname = value;
      return this;
    }

    public Builder initials(String value) {
      initials = value;
      return this;
    }

    public Builder yomi(YomiName value) {
      yomi = value;
      return this;
    }

    public Builder company(String value) {
      company = value;
      return this;
    }

    public Builder department(String value) {
      department = value;
      return this;
    }

    public Builder jobTitle(String value) {
      jobTitle = value;
      return this;
    }

    public Builder profession(String value) {
      profession = value;
      return this;
    }

    public Builder officeLocation(String value) {
      officeLocation = value;
      return this;
    }

    public Builder manager(String value) {
      manager = value;
      return this;
    }

    public Builder assistant(String value) {
      assistant = value;
      return this;
    }

    public Builder phones(Map<PhoneSlot, String> value) {
      phones = value;
      return this;
    }

    public Builder emails(Map<EmailSlot, EmailAddress> value) {
      emails = value;
      return this;
    }

    public Builder addresses(Map<AddressSlot, PostalAddress> value) {
      addresses = value;
      return this;
    }

    public Builder mailingAddress(@Nullable AddressSlot value) {
      mailingAddress = value;
      return this;
    }

    public Builder imAddress(String value) {
      imAddress = value;
      return this;
    }

    public Builder webPage(String value) {
      webPage = value;
      return this;
    }

    public Builder personalHomePage(String value) {
      personalHomePage = value;
      return this;
    }

    public Builder businessHomePage(String value) {
      businessHomePage = value;
      return this;
    }

    public Builder ftpSite(String value) {
      ftpSite = value;
      return this;
    }

    public Builder freeBusyUrl(String value) {
      freeBusyUrl = value;
      return this;
    }

    public Builder birthday(@Nullable LocalDate value) {
      birthday = value;
      return this;
    }

    public Builder anniversary(@Nullable LocalDate value) {
      anniversary = value;
      return this;
    }

    public Builder spouse(String value) {
      spouse = value;
      return this;
    }

    public Builder children(List<String> value) {
      children = value;
      return this;
    }

    public Builder hobbies(String value) {
      hobbies = value;
      return this;
    }

    public Builder referredBy(String value) {
      referredBy = value;
      return this;
    }

    public Builder gender(Gender value) {
      gender = value;
      return this;
    }

    public Builder language(String value) {
      language = value;
      return this;
    }

    public Builder account(String value) {
      account = value;
      return this;
    }

    public Builder customerId(String value) {
      customerId = value;
      return this;
    }

    public Builder governmentId(String value) {
      governmentId = value;
      return this;
    }

    public Builder organizationalId(String value) {
      organizationalId = value;
      return this;
    }

    public Builder computerNetworkName(String value) {
      computerNetworkName = value;
      return this;
    }

    public Builder mailLocation(String value) {
      mailLocation = value;
      return this;
    }

    public Builder userFields(List<String> value) {
      userFields = value;
      return this;
    }

    public Builder photo(@Nullable Photo value) {
      photo = value;
      return this;
    }

    public Builder certificates(List<Bytes> value) {
      certificates = value;
      return this;
    }

    public Builder notes(Body value) {
      notes = value;
      return this;
    }

    public Builder categories(Categories value) {
      categories = value;
      return this;
    }

    public Builder sensitivity(Sensitivity value) {
      sensitivity = value;
      return this;
    }

    public Builder business(Business value) {
      business = value;
      return this;
    }

    public Builder userProperties(Map<String, String> value) {
      userProperties = value;
      return this;
    }

    public Builder created(@Nullable Instant value) {
      created = value;
      return this;
    }

    public Builder modified(@Nullable Instant value) {
      modified = value;
      return this;
    }

    public Contact build() {
      return new Contact(
          uid,
          name,
          fullName,
          fileAs,
          nickname,
          initials,
          yomi,
          company,
          department,
          jobTitle,
          profession,
          officeLocation,
          manager,
          assistant,
          phones,
          emails,
          addresses,
          mailingAddress,
          imAddress,
          webPage,
          personalHomePage,
          businessHomePage,
          ftpSite,
          freeBusyUrl,
          birthday,
          anniversary,
          spouse,
          children,
          hobbies,
          referredBy,
          gender,
          language,
          account,
          customerId,
          governmentId,
          organizationalId,
          computerNetworkName,
          mailLocation,
          userFields,
          photo,
          certificates,
          notes,
          categories,
          sensitivity,
          business,
          userProperties,
          created,
          modified);
    }
  }
}
