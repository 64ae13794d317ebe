package org.tandemsync.testkit.year;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.tandemsync.items.AddressSlot;
import org.tandemsync.items.Body;
import org.tandemsync.items.Categories;
import org.tandemsync.items.Contact;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.EmailAddress;
import org.tandemsync.items.EmailSlot;
import org.tandemsync.items.Member;
import org.tandemsync.items.Person;
import org.tandemsync.items.PersonName;
import org.tandemsync.items.PhoneSlot;
import org.tandemsync.items.PostalAddress;

/** Whom she knows. */
final class People {
  /** Whose year it is. */
  static final Person CLARA = new Person("Clara Berger", "clara.berger@murtal.example");

  private final List<Contact> contacts = new ArrayList<>();
  private final Map<String, List<Contact>> circles = new LinkedHashMap<>();
  private final RandomGenerator random;

  People(RandomGenerator random) {
    this.random = random;
    for (List<String> row : Rows.of("people.tsv")) {
      Contact contact = contact(row);
      contacts.add(contact);
      circles.computeIfAbsent(row.get(13), c -> new ArrayList<>()).add(contact);
    }
  }

  private Contact contact(List<String> row) {
    PersonName name = new PersonName(row.get(0), row.get(1), "", row.get(2), "");
    String full = name.spoken();
    Map<PhoneSlot, String> phones = new EnumMap<>(PhoneSlot.class);
    phones.put(PhoneSlot.MOBILE, row.get(5));
    phones.put(PhoneSlot.BUSINESS, row.get(6));
    phones.values().removeIf(String::isEmpty);
    String circle = row.get(13);
    boolean business = !row.get(3).isEmpty() && !circle.equals("family");
    AddressSlot at = business ? AddressSlot.BUSINESS : AddressSlot.HOME;
    Contact.Builder contact =
        Contact.builder()
            .uid(uid("contact " + full))
            .name(name)
            .fullName(full)
            .fileAs(row.get(2) + ", " + row.get(1))
            .company(row.get(3))
            .jobTitle(row.get(4))
            .phones(phones)
            .addresses(
                Map.of(
                    at,
                    new PostalAddress(
                        row.get(8), row.get(10), "", row.get(9), row.get(11), "", "")))
            .mailingAddress(at)
            .birthday(row.get(12).isEmpty() ? null : LocalDate.parse(row.get(12)))
            .categories(Categories.of(category(circle)))
            .notes(Body.plain(row.get(14)));
    if (!row.get(7).isEmpty()) {
      contact.emails(Map.of(EmailSlot.EMAIL1, new EmailAddress(row.get(7), full)));
    }
    if (circle.equals("family") || circle.equals("friends") || random.nextInt(3) == 0) {
      contact.photo(Portrait.draw(random));
    }
    return contact.build();
  }

  /** The same for the same words, in every run. */
  static String uid(String words) {
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String category(String circle) {
    return Character.toUpperCase(circle.charAt(0)) + circle.substring(1);
  }

  List<Contact> all() {
    return List.copyOf(contacts);
  }

  /** Those of one circle: family, friends, work, customers, suppliers, choir ... */
  List<Contact> circle(String name) {
    return circles.getOrDefault(name, List.of());
  }

  Contact somebody(String circle) {
    List<Contact> all = circle(circle);
    return all.get(random.nextInt(all.size()));
  }

  Contact named(String first) {
    return contacts.stream().filter(c -> c.name().first().equals(first)).findFirst().orElseThrow();
  }

  static Person person(Contact contact) {
    return new Person(contact.fullName(), address(contact));
  }

  private static String address(Contact contact) {
    return contact.emails().values().stream().map(EmailAddress::address).findFirst().orElse("");
  }

  List<DistributionList> lists() {
    return List.of(
        list("Family", "family", List.of()),
        list("Choir", "choir", List.of(new Member("Choir office", "chorbuero@example.org", ""))),
        list("Murtal engineering", "work", List.of()),
        list("Customers", "customers", List.of()));
  }

  private DistributionList list(String name, String circle, List<Member> others) {
    List<Member> members = new ArrayList<>();
    for (Contact contact : circle(circle)) {
      if (!address(contact).isEmpty()) {
        members.add(new Member(contact.fullName(), address(contact), contact.uid()));
      }
    }
    members.addAll(others);
    return DistributionList.builder()
        .uid(uid("list " + name))
        .name(name)
        .fileAs(name)
        .members(members)
        .categories(Categories.of(category(circle)))
        .build();
  }
}
