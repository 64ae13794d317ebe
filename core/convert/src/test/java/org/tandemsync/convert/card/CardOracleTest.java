package org.tandemsync.convert.card;

import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.ParseWarning;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Member;
import ezvcard.property.StructuredName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Body;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;

/** What we write means the same to ez-vcard, which knows nothing of us. */
class CardOracleTest {
  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

  private static final Contact CONTACT =
      Contact.builder()
          .uid("u-1")
          .name(new PersonName("Dr.", "Ann; A", "M,N", "Smith\\Jones", "Jr."))
          .fullName("Dr. Ann Smith Jr.")
          .nickname("Annie, Ann")
          .company("ACME, Inc.; Co")
          .department("Sales; EMEA")
          .jobTitle("Head")
          .profession("Physicist")
          .phones(
              Map.of(
                  PhoneSlot.MOBILE, "+43 664 1",
                  PhoneSlot.HOME_FAX, "+43 1 2",
                  PhoneSlot.PRIMARY, "+43 1 3"))
          .emails(
              Map.of(
                  EmailSlot.EMAIL1, new EmailAddress("ann@home.example", ""),
                  EmailSlot.EMAIL2, new EmailAddress("ann@work.example", "")))
          .addresses(
              Map.of(
                  AddressSlot.BUSINESS,
                  new PostalAddress(
                      "Ring 1\nTop 2", "Wien", "W", "1010", "Österreich", "PF 3", "")))
          .mailingAddress(AddressSlot.BUSINESS)
          .officeLocation("4.12")
          .webPage("https://x.example/?a=1,2;b=3")
          .birthday(LocalDate.of(1980, 5, 1))
          .anniversary(LocalDate.of(2010, 10, 10))
          .notes(Body.plain("C:\\new\n漢字 " + "lang ".repeat(40).strip()))
          .categories(Categories.of("Friends, old", "VIP"))
          .photo(new Photo(Bytes.of(PICTURE), "image/jpeg"))
          .certificates(List.of(Bytes.of(new byte[] {48, 3, 2, 1, 5})))
          .build();

  @ParameterizedTest
  @EnumSource(CardVersion.class)
  void aContactMeansTheSameToEzVcard(CardVersion version) {
    String text = CardTexts.lens(version).create(CONTACT, "l/1");
    assertThat(text.lines())
        .allMatch(l -> l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
    List<List<ParseWarning>> warnings = new ArrayList<>();
    VCard card = Ezvcard.parse(text).warnings(warnings).first();
    assertThat(warnings.getFirst()).isEmpty();
    assertThat(card.getVersion())
        .isEqualTo(version == CardVersion.V3 ? VCardVersion.V3_0 : VCardVersion.V4_0);
    assertThat(card.getUid().getValue()).isEqualTo("u-1");
    names(card);
    assertThat(card.getOrganization().getValues())
        .containsExactly("ACME, Inc.; Co", "Sales", "EMEA");
    assertThat(card.getTitles().getFirst().getValue()).isEqualTo("Head");
    assertThat(card.getRoles().getFirst().getValue()).isEqualTo("Physicist");
    reachable(card);
    assertThat(card.getUrls().getFirst().getValue()).isEqualTo("https://x.example/?a=1,2;b=3");
    assertThat(card.getBirthday().getDate()).isEqualTo(LocalDate.of(1980, 5, 1));
    if (version == CardVersion.V4) {
      assertThat(card.getAnniversary().getDate()).isEqualTo(LocalDate.of(2010, 10, 10));
    }
    assertThat(card.getNotes().getFirst().getValue()).isEqualTo(CONTACT.notes().plain());
    assertThat(card.getCategories().getValues()).containsExactly("Friends, old", "VIP");
    assertThat(card.getPhotos().getFirst().getData()).isEqualTo(PICTURE);
    assertThat(card.getPhotos().getFirst().getContentType().getMediaType()).isEqualTo("image/jpeg");
    assertThat(card.getKeys().getFirst().getData()).isEqualTo(new byte[] {48, 3, 2, 1, 5});
  }

  private static void names(VCard card) {
    StructuredName name = card.getStructuredName();
    assertThat(name.getFamily()).isEqualTo("Smith\\Jones");
    assertThat(name.getGiven()).isEqualTo("Ann; A");
    assertThat(name.getAdditionalNames()).containsExactly("M,N");
    assertThat(name.getPrefixes()).containsExactly("Dr.");
    assertThat(name.getSuffixes()).containsExactly("Jr.");
    assertThat(card.getFormattedName().getValue()).isEqualTo("Dr. Ann Smith Jr.");
    assertThat(card.getNickname().getValues()).containsExactly("Annie", "Ann");
  }

  private static void reachable(VCard card) {
    assertThat(card.getTelephoneNumbers())
        .anyMatch(t -> t.getText().equals("+43 664 1") && t.getTypes().contains(TelephoneType.CELL))
        .anyMatch(
            t ->
                t.getText().equals("+43 1 2")
                    && t.getTypes().containsAll(List.of(TelephoneType.HOME, TelephoneType.FAX)))
        .hasSize(3);
    assertThat(card.getEmails())
        .anyMatch(
            e -> e.getValue().equals("ann@home.example") && e.getTypes().contains(EmailType.HOME))
        .anyMatch(
            e -> e.getValue().equals("ann@work.example") && e.getTypes().contains(EmailType.WORK))
        .hasSize(2);
    Address address = card.getAddresses().getFirst();
    assertThat(address.getTypes()).contains(AddressType.WORK);
    assertThat(address.getStreetAddress()).isEqualTo("Ring 1\nTop 2");
    assertThat(address.getExtendedAddress()).isEqualTo("4.12");
    assertThat(address.getPoBox()).isEqualTo("PF 3");
    assertThat(address.getLocality()).isEqualTo("Wien");
    assertThat(address.getCountry()).isEqualTo("Österreich");
  }

  @ParameterizedTest
  @EnumSource(
      value = GroupFormat.class,
      names = {"VCARD4", "ADDRESSBOOKSERVER"})
  void aListMeansTheSameToEzVcard(GroupFormat format) {
    DistributionList list =
        DistributionList.builder()
            .uid("g-1")
            .name("Choir, old")
            .members(
                List.of(
                    new org.tandemsync.items.Member("Bass, \"Bob\"", "bob@x.example", ""),
                    new org.tandemsync.items.Member("", "", "u-1")))
            .build();
    List<List<ParseWarning>> warnings = new ArrayList<>();
    VCard card =
        Ezvcard.parse(CardTexts.lens(format).create(list, "l/1")).warnings(warnings).first();
    assertThat(warnings.getFirst()).isEmpty();
    assertThat(card.getFormattedName().getValue()).isEqualTo("Choir, old");
    List<String> members =
        format == GroupFormat.VCARD4
            ? card.getMembers().stream().map(Member::getUri).toList()
            : card.getExtendedProperties("X-ADDRESSBOOKSERVER-MEMBER").stream()
                .map(p -> p.getValue())
                .toList();
    assertThat(members).containsExactly("mailto:bob@x.example", "urn:uuid:u-1");
  }
}
