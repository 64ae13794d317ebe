package org.tandemsync.testkit.items;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Gender;
import org.tandemsync.items.Member;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.Photo;
import org.tandemsync.items.PostalAddress;
import org.tandemsync.items.Sensitivity;
import org.tandemsync.items.YomiName;

/** Contacts and distribution lists in which every field takes part. */
final class GeneratedPeople {
  private GeneratedPeople() {}

  static Arbitrary<Contact> contacts() {
    return Builders.withBuilder(Contact::builder)
        .use(GeneratedValues.uid())
        .in(Contact.Builder::uid)
        .use(names())
        .in(Contact.Builder::name)
        .use(GeneratedValues.word())
        .in(Contact.Builder::fullName)
        .use(GeneratedValues.text())
        .in(Contact.Builder::fileAs)
        .use(GeneratedValues.text())
        .in(Contact.Builder::nickname)
        .use(GeneratedValues.text())
        .in(Contact.Builder::initials)
        .use(
            Combinators.combine(
                    GeneratedValues.text(), GeneratedValues.text(), GeneratedValues.text())
                .as(YomiName::new))
        .in(Contact.Builder::yomi)
        .use(GeneratedValues.text())
        .in(Contact.Builder::company)
        .use(GeneratedValues.text())
        .in(Contact.Builder::department)
        .use(GeneratedValues.text())
        .in(Contact.Builder::jobTitle)
        .use(GeneratedValues.text())
        .in(Contact.Builder::profession)
        .use(GeneratedValues.text())
        .in(Contact.Builder::officeLocation)
        .use(GeneratedValues.text())
        .in(Contact.Builder::manager)
        .use(GeneratedValues.text())
        .in(Contact.Builder::assistant)
        .use(
            Arbitraries.maps(
                Arbitraries.of(PhoneSlot.class),
                Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(9).map(n -> "+" + n)))
        .in(Contact.Builder::phones)
        .use(
            Arbitraries.maps(
                Arbitraries.of(EmailSlot.class),
                GeneratedValues.mailAddress().map(a -> new EmailAddress(a, ""))))
        .in(Contact.Builder::emails)
        .use(Arbitraries.maps(Arbitraries.of(AddressSlot.class), addresses()))
        .in(Contact.Builder::addresses)
        .use(GeneratedValues.orNull(Arbitraries.of(AddressSlot.class)))
        .in(Contact.Builder::mailingAddress)
        .use(Arbitraries.of("", "Skype: nick", "Jabber: j@x.example; AIM: a"))
        .in(Contact.Builder::imAddress)
        .use(Arbitraries.of("", "https://example.org/"))
        .in(Contact.Builder::webPage)
        .use(Arbitraries.of("", "https://home.example/"))
        .in(Contact.Builder::personalHomePage)
        .use(Arbitraries.of("", "https://work.example/"))
        .in(Contact.Builder::businessHomePage)
        .use(Arbitraries.of("", "ftp://example.org/"))
        .in(Contact.Builder::ftpSite)
        .use(Arbitraries.of("", "https://example.org/fb"))
        .in(Contact.Builder::freeBusyUrl)
        .use(GeneratedValues.orNull(GeneratedValues.date()))
        .in(Contact.Builder::birthday)
        .use(GeneratedValues.orNull(GeneratedValues.date()))
        .in(Contact.Builder::anniversary)
        .use(GeneratedValues.text())
        .in(Contact.Builder::spouse)
        .use(GeneratedValues.word().list().ofMaxSize(3))
        .in(Contact.Builder::children)
        .use(GeneratedValues.text())
        .in(Contact.Builder::hobbies)
        .use(GeneratedValues.text())
        .in(Contact.Builder::referredBy)
        .use(Arbitraries.of(Gender.class))
        .in(Contact.Builder::gender)
        .use(GeneratedValues.text())
        .in(Contact.Builder::language)
        .use(GeneratedValues.text())
        .in(Contact.Builder::account)
        .use(GeneratedValues.text())
        .in(Contact.Builder::customerId)
        .use(GeneratedValues.text())
        .in(Contact.Builder::governmentId)
        .use(GeneratedValues.text())
        .in(Contact.Builder::organizationalId)
        .use(GeneratedValues.text())
        .in(Contact.Builder::computerNetworkName)
        .use(GeneratedValues.text())
        .in(Contact.Builder::mailLocation)
        .use(GeneratedValues.text().list().ofSize(4))
        .in(Contact.Builder::userFields)
        .use(GeneratedValues.orNull(GeneratedValues.bytes().map(b -> new Photo(b, "image/jpeg"))))
        .in(Contact.Builder::photo)
        .use(GeneratedValues.bytes().list().ofMaxSize(1))
        .in(Contact.Builder::certificates)
        .use(GeneratedValues.body())
        .in(Contact.Builder::notes)
        .use(GeneratedValues.categories())
        .in(Contact.Builder::categories)
        .use(Arbitraries.of(Sensitivity.class))
        .in(Contact.Builder::sensitivity)
        .use(GeneratedValues.business())
        .in(Contact.Builder::business)
        .use(GeneratedValues.userProperties())
        .in(Contact.Builder::userProperties)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(Contact.Builder::modified)
        .build(Contact.Builder::build);
  }

  private static Arbitrary<PersonName> names() {
    return Combinators.combine(
            Arbitraries.of("", "Dr."),
            GeneratedValues.text(),
            GeneratedValues.text(),
            GeneratedValues.text(),
            Arbitraries.of("", "Jr."))
        .as(PersonName::new);
  }

  private static Arbitrary<PostalAddress> addresses() {
    return Combinators.combine(
            GeneratedValues.lines(),
            GeneratedValues.word(),
            GeneratedValues.text(),
            GeneratedValues.text(),
            GeneratedValues.text(),
            GeneratedValues.text())
        .as(
            (street, city, state, code, country, box) ->
                new PostalAddress(street, city, state, code, country, box, ""));
  }

  static Arbitrary<DistributionList> distributionLists() {
    return Builders.withBuilder(DistributionList::builder)
        .use(GeneratedValues.uid())
        .in(DistributionList.Builder::uid)
        .use(GeneratedValues.word())
        .in(DistributionList.Builder::name)
        .use(GeneratedValues.text())
        .in(DistributionList.Builder::fileAs)
        .use(GeneratedValues.text())
        .in(DistributionList.Builder::nickname)
        .use(
            Combinators.combine(GeneratedValues.text(), GeneratedValues.mailAddress())
                .as((name, address) -> new Member(name, address, ""))
                .list()
                .ofMaxSize(4))
        .in(DistributionList.Builder::members)
        .use(GeneratedValues.body())
        .in(DistributionList.Builder::notes)
        .use(GeneratedValues.categories())
        .in(DistributionList.Builder::categories)
        .use(Arbitraries.of(Sensitivity.class))
        .in(DistributionList.Builder::sensitivity)
        .use(GeneratedValues.userProperties())
        .in(DistributionList.Builder::userProperties)
        .use(GeneratedValues.orNull(GeneratedValues.instant()))
        .in(DistributionList.Builder::modified)
        .build(DistributionList.Builder::build);
  }
}
