package org.tandemsync.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Combination.Keys;

/**
 * The fields of one type of item, in the order in which users read them.
 *
 * @param <I> the item
 * @param <B> its builder
 */
public final class Fields<I extends Item, B> {
  private final Class<I> type;
  private final Function<I, B> toBuilder;
  private final Function<B, I> build;
  private final List<Field<I, B, ?>> all = new ArrayList<>();
  private final I blank;
  private volatile @Nullable List<String> names;

  private Fields(Class<I> type, Supplier<B> empty, Function<I, B> toBuilder, Function<B, I> build) {
    this.type = type;
    this.toBuilder = toBuilder;
    this.build = build;
    this.blank = build.apply(empty.get());
  }

  public static final Fields<Appointment, Appointment.Builder> APPOINTMENT = appointment();
  public static final Fields<Task, Task.Builder> TASK = task();
  public static final Fields<Contact, Contact.Builder> CONTACT = contact();
  public static final Fields<DistributionList, DistributionList.Builder> DISTRIBUTION_LIST =
      distributionList();

  /** The fields of items like this one. */
  public static Fields<?, ?> of(ItemType type) {
    return switch (type) {
      case APPOINTMENT -> APPOINTMENT;
      case TASK -> TASK;
      case CONTACT -> CONTACT;
      case DISTRIBUTION_LIST -> DISTRIBUTION_LIST;
    };
  }

  public List<Field<I, B, ?>> all() {
    return Collections.unmodifiableList(all);
  }

  /** The names of all fields, in order. */
  public List<String> names() {
    List<String> known = names;
    if (known == null) {
      known = all.stream().map(Field::name).toList();
      names = known;
    }
    return known;
  }

  /** An item in which every field has its default. */
  public I blank() {
    return blank;
  }

  /** {@code onto} with the named fields taken from {@code from}. */
  public I overlay(I onto, I from, Collection<String> names) {
    List<Field<I, B, ?>> other = new ArrayList<>();
    for (Field<I, B, ?> field : all) {
      if (names.contains(field.name()) && !Objects.equals(field.of(onto), field.of(from))) {
        other.add(field);
      }
    }
    if (other.isEmpty()) {
      return onto; // the same object: what was compared or written of it need not be again
    }
    B builder = toBuilder.apply(onto);
    other.forEach(field -> field.copy(from, builder));
    return build.apply(builder);
  }

  I cast(Item item) {
    return type.cast(item);
  }

  B builderOf(I item) {
    return toBuilder.apply(item);
  }

  I build(B builder) {
    return build.apply(builder);
  }

  private static Fields<Appointment, Appointment.Builder> appointment() {
    var f =
        new Fields<Appointment, Appointment.Builder>(
            Appointment.class,
            Appointment::builder,
            Appointment::toBuilder,
            Appointment.Builder::build);
    f.text("subject", Appointment::subject, Appointment.Builder::subject);
    f.series(
        "timing", Appointment::timing, Appointment.Builder::timing, Timing::sameAs, SameClock::of);
    f.series(
        "recurrence",
        Appointment::recurrence,
        Appointment.Builder::recurrence,
        Fields::sameRecurrence);
    f.exceptions();
    f.text("location", Appointment::location, Appointment.Builder::location);
    f.body("body", Appointment::body, (b, v) -> b.body(v));
    f.value("busy-status", Appointment::busyStatus, Appointment.Builder::busyStatus);
    f.value("sensitivity", Appointment::sensitivity, Appointment.Builder::sensitivity);
    f.value("importance", Appointment::importance, Appointment.Builder::importance);
    f.categories(Appointment::categories, Appointment.Builder::categories);
    f.text("color", Appointment::color, Appointment.Builder::color);
    f.value("reminder", Appointment::reminder, Appointment.Builder::reminder);
    f.value("meeting", Appointment::meeting, Appointment.Builder::meeting);
    f.keyedList("attendees", Appointment::attendees, Appointment.Builder::attendees, Attendee::key);
    f.attachments(Appointment::attachments, Appointment.Builder::attachments);
    f.text("url", Appointment::url, Appointment.Builder::url);
    f.text(
        "online-meeting-url", Appointment::onlineMeetingUrl, Appointment.Builder::onlineMeetingUrl);
    f.value("business", Appointment::business, Appointment.Builder::business);
    f.map(
        "user-properties",
        Appointment::userProperties,
        Appointment.Builder::userProperties,
        Objects::equals);
    return f;
  }

  private static Fields<Task, Task.Builder> task() {
    var f =
        new Fields<Task, Task.Builder>(
            Task.class, Task::builder, Task::toBuilder, Task.Builder::build);
    f.text("subject", Task::subject, Task.Builder::subject);
    f.body("body", Task::body, (b, v) -> b.body(v));
    f.<@Nullable LocalDate>series(
        "start-date", Task::startDate, Task.Builder::startDate, Objects::equals);
    f.<@Nullable LocalDate>series(
        "due-date", Task::dueDate, Task.Builder::dueDate, Objects::equals);
    f.value(
        "progress",
        TaskProgress::of,
        (b, v) ->
            b.status(v.status())
                .percentComplete(v.percentComplete())
                .dateCompleted(v.dateCompleted()));
    f.value("importance", Task::importance, Task.Builder::importance);
    f.value("sensitivity", Task::sensitivity, Task.Builder::sensitivity);
    f.categories(Task::categories, Task.Builder::categories);
    f.value("reminder", Task::reminder, Task.Builder::reminder);
    f.series("recurrence", Task::recurrence, Task.Builder::recurrence, Fields::sameRecurrence);
    f.text("owner", Task::owner, Task.Builder::owner);
    f.text("delegator", Task::delegator, Task.Builder::delegator);
    f.value("delegation-state", Task::delegationState, Task.Builder::delegationState);
    f.text("role", Task::role, Task.Builder::role);
    f.value("team-task", Task::teamTask, Task.Builder::teamTask);
    f.value("total-work", Task::totalWork, Task.Builder::totalWork);
    f.value("actual-work", Task::actualWork, Task.Builder::actualWork);
    f.text("parent-uid", Task::parentUid, Task.Builder::parentUid);
    f.attachments(Task::attachments, Task.Builder::attachments);
    f.text("url", Task::url, Task.Builder::url);
    f.value("business", Task::business, Task.Builder::business);
    f.map("user-properties", Task::userProperties, Task.Builder::userProperties, Objects::equals);
    return f;
  }

  private static Fields<Contact, Contact.Builder> contact() {
    var f =
        new Fields<Contact, Contact.Builder>(
            Contact.class, Contact::builder, Contact::toBuilder, Contact.Builder::build);
    f.value("name", Contact::name, Contact.Builder::name);
    f.text("full-name", Contact::fullName, Contact.Builder::fullName);
    f.text("file-as", Contact::fileAs, Contact.Builder::fileAs);
    f.text("nickname", Contact::nickname, Contact.Builder::nickname);
    f.text("initials", Contact::initials, Contact.Builder::initials);
    f.value("yomi", Contact::yomi, Contact.Builder::yomi);
    f.text("company", Contact::company, Contact.Builder::company);
    f.text("department", Contact::department, Contact.Builder::department);
    f.text("job-title", Contact::jobTitle, Contact.Builder::jobTitle);
    f.text("profession", Contact::profession, Contact.Builder::profession);
    f.text("office-location", Contact::officeLocation, Contact.Builder::officeLocation);
    f.text("manager", Contact::manager, Contact.Builder::manager);
    f.text("assistant", Contact::assistant, Contact.Builder::assistant);
    f.places("phones", Contact::phones, Contact.Builder::phones, Text::sameNumber, Keys.KINDS);
    f.places("emails", Contact::emails, Contact.Builder::emails, EmailAddress::sameAs, Keys.ORDER);
    f.places(
        "addresses",
        Contact::addresses,
        Contact.Builder::addresses,
        PostalAddress::sameAs,
        Keys.KINDS);
    f.value("mailing-address", Contact::mailingAddress, Contact.Builder::mailingAddress);
    f.text("im-address", Contact::imAddress, Contact.Builder::imAddress);
    f.text("web-page", Contact::webPage, Contact.Builder::webPage);
    f.text("personal-home-page", Contact::personalHomePage, Contact.Builder::personalHomePage);
    f.text("business-home-page", Contact::businessHomePage, Contact.Builder::businessHomePage);
    f.text("ftp-site", Contact::ftpSite, Contact.Builder::ftpSite);
    f.text("free-busy-url", Contact::freeBusyUrl, Contact.Builder::freeBusyUrl);
    f.value("birthday", Contact::birthday, Contact.Builder::birthday);
    f.value("anniversary", Contact::anniversary, Contact.Builder::anniversary);
    f.text("spouse", Contact::spouse, Contact.Builder::spouse);
    f.value("children", Contact::children, Contact.Builder::children);
    f.text("hobbies", Contact::hobbies, Contact.Builder::hobbies);
    f.text("referred-by", Contact::referredBy, Contact.Builder::referredBy);
    f.value("gender", Contact::gender, Contact.Builder::gender);
    f.text("language", Contact::language, Contact.Builder::language);
    f.text("account", Contact::account, Contact.Builder::account);
    f.text("customer-id", Contact::customerId, Contact.Builder::customerId);
    f.text("government-id", Contact::governmentId, Contact.Builder::governmentId);
    f.text("organizational-id", Contact::organizationalId, Contact.Builder::organizationalId);
    f.text(
        "computer-network-name",
        Contact::computerNetworkName,
        Contact.Builder::computerNetworkName);
    f.text("mail-location", Contact::mailLocation, Contact.Builder::mailLocation);
    f.value("user-fields", Contact::userFields, Contact.Builder::userFields);
    f.atomic("photo", Contact::photo, Contact.Builder::photo, Photo::same);
    f.value("certificates", Contact::certificates, Contact.Builder::certificates);
    f.body("notes", Contact::notes, (b, v) -> b.notes(v));
    f.categories(Contact::categories, Contact.Builder::categories);
    f.value("sensitivity", Contact::sensitivity, Contact.Builder::sensitivity);
    f.value("business", Contact::business, Contact.Builder::business);
    f.map(
        "user-properties",
        Contact::userProperties,
        Contact.Builder::userProperties,
        Objects::equals);
    return f;
  }

  private static Fields<DistributionList, DistributionList.Builder> distributionList() {
    var f =
        new Fields<DistributionList, DistributionList.Builder>(
            DistributionList.class,
            DistributionList::builder,
            DistributionList::toBuilder,
            DistributionList.Builder::build);
    f.text("name", DistributionList::name, DistributionList.Builder::name);
    f.text("file-as", DistributionList::fileAs, DistributionList.Builder::fileAs);
    f.text("nickname", DistributionList::nickname, DistributionList.Builder::nickname);
    f.members(DistributionList::members, DistributionList.Builder::members);
    f.body("notes", DistributionList::notes, (b, v) -> b.notes(v));
    f.categories(DistributionList::categories, DistributionList.Builder::categories);
    f.value("sensitivity", DistributionList::sensitivity, DistributionList.Builder::sensitivity);
    f.map(
        "user-properties",
        DistributionList::userProperties,
        DistributionList.Builder::userProperties,
        Objects::equals);
    return f;
  }

  private <V extends @Nullable Object> void value(
      String name, Function<I, V> get, BiConsumer<B, V> set) {
    atomic(name, get, set, Objects::equals);
  }

  private void text(String name, Function<I, String> get, BiConsumer<B, String> set) {
    atomic(name, get, set, Fields::sameText);
  }

  /** Formatting is no clash while the words are the same. */
  private void body(String name, Function<I, Body> get, BiConsumer<B, Body> set) {
    all.add(
        new Field<>(
            name, get, set, Body::sameAs, new Combination.Atomic<>(Body::isFormattingOf), false));
  }

  private <V extends @Nullable Object> void atomic(
      String name, Function<I, V> get, BiConsumer<B, V> set, BiPredicate<V, V> same) {
    all.add(new Field<>(name, get, set, same, new Combination.Atomic<>(), false));
  }

  private <V extends @Nullable Object> void series(
      String name, Function<I, V> get, BiConsumer<B, V> set, BiPredicate<V, V> same) {
    series(name, get, set, same, (a, b) -> false);
  }

  private <V extends @Nullable Object> void series(
      String name,
      Function<I, V> get,
      BiConsumer<B, V> set,
      BiPredicate<V, V> same,
      BiPredicate<I, I> alike) {
    all.add(new Field<>(name, get, set, same, new Combination.Atomic<>(), true, alike));
  }

  private void categories(Function<I, Categories> get, BiConsumer<B, Categories> set) {
    all.add(
        new Field<>(
            "categories",
            get,
            set,
            Categories::sameAs,
            new Combination.Keyed<>(
                c -> byKey(c.names(), Categories::key),
                parts -> Categories.of(parts.values().stream().map(String.class::cast).toList()),
                (a, b) -> true),
            false));
  }

  private void attachments(Function<I, List<Attachment>> get, BiConsumer<B, List<Attachment>> set) {
    all.add(
        new Field<>(
            "attachments",
            get,
            set,
            Attachment::same,
            new Combination.Keyed<>(
                Attachment::byName,
                parts -> Fields.<Attachment>list(parts),
                (a, b) -> ((Attachment) a).sameAs((Attachment) b)),
            false));
  }

  private void members(Function<I, List<Member>> get, BiConsumer<B, List<Member>> set) {
    all.add(
        new Field<>(
            "members",
            get,
            set,
            Fields::sameMembers,
            new Combination.Keyed<>(
                list -> byKey(list, Member::key),
                parts -> Fields.<Member>list(parts),
                (a, b) -> ((Member) a).sameAs((Member) b)),
            false));
  }

  private static boolean sameMembers(List<Member> a, List<Member> b) {
    Map<Object, Object> first = byKey(a, Member::key);
    Map<Object, Object> second = byKey(b, Member::key);
    return first.keySet().equals(second.keySet())
        && first.entrySet().stream()
            .allMatch(
                e ->
                    second.get(e.getKey()) instanceof Member other
                        && ((Member) e.getValue()).sameAs(other));
  }

  private <E> void keyedList(
      String name, Function<I, List<E>> get, BiConsumer<B, List<E>> set, Function<E, Object> key) {
    all.add(
        new Field<>(
            name,
            get,
            set,
            (a, b) -> byKey(a, key).equals(byKey(b, key)),
            new Combination.Keyed<>(
                list -> byKey(list, key), parts -> Fields.<E>list(parts), Objects::equals),
            false));
  }

  private <K, E> void map(
      String name,
      Function<I, Map<K, E>> get,
      BiConsumer<B, Map<K, E>> set,
      BiPredicate<E, E> same) {
    places(name, get, set, same, Keys.NAMES);
  }

  private <K, E> void places(
      String name,
      Function<I, Map<K, E>> get,
      BiConsumer<B, Map<K, E>> set,
      BiPredicate<E, E> same,
      Keys keys) {
    all.add(
        new Field<>(
            name,
            get,
            set,
            (a, b) ->
                a.keySet().equals(b.keySet())
                    && a.entrySet().stream()
                        .allMatch(e -> same.test(e.getValue(), b.get(e.getKey()))),
            new Combination.Keyed<>(
                LinkedHashMap::new, Fields::<K, E>mapOf, Fields.<E>parts(same), keys),
            false));
  }

  @SuppressWarnings("unchecked") // only appointments have exceptions: called from appointment()
  private void exceptions() {
    var field =
        new Field<Appointment, Appointment.Builder, List<ExceptionalOccurrence>>(
            "exceptions",
            Appointment::exceptions,
            Appointment.Builder::exceptions,
            Fields::sameExceptions,
            new Combination.Keyed<>(
                list -> byKey(list, ExceptionalOccurrence::originalStart),
                parts -> Fields.<ExceptionalOccurrence>list(parts),
                (a, b) -> sameOccurrence((ExceptionalOccurrence) a, (ExceptionalOccurrence) b)),
            true);
    all.add((Field<I, B, ?>) field);
  }

  private static boolean sameExceptions(
      List<ExceptionalOccurrence> a, List<ExceptionalOccurrence> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!sameOccurrence(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameOccurrence(ExceptionalOccurrence a, ExceptionalOccurrence b) {
    return a.originalStart().equals(b.originalStart())
        && APPOINTMENT.all.stream().allMatch(f -> f.same(a.occurrence(), b.occurrence()));
  }

  @SuppressWarnings("unchecked") // the parts were taken from a map of E
  private static <E> BiPredicate<Object, Object> parts(BiPredicate<E, E> same) {
    return (a, b) -> same.test((E) a, (E) b);
  }

  private static boolean sameRecurrence(@Nullable Recurrence a, @Nullable Recurrence b) {
    return (a == null || b == null) ? Objects.equals(a, b) : a.sameAs(b);
  }

  private static boolean sameText(String a, String b) {
    return Text.sameIgnoringTrailingSpace(a, b);
  }

  private static <E> Map<Object, Object> byKey(List<E> list, Function<E, Object> key) {
    Map<Object, Object> map = new LinkedHashMap<>();
    list.forEach(e -> map.putIfAbsent(key.apply(e), e));
    return map;
  }

  @SuppressWarnings("unchecked") // the parts were taken from a list of E
  private static <E> List<E> list(Map<Object, Object> parts) {
    return parts.values().stream().map(p -> (E) p).toList();
  }

  @SuppressWarnings("unchecked") // the parts were taken from a map of K to E
  private static <K, E> Map<K, E> mapOf(Map<Object, Object> parts) {
    Map<K, E> map = new LinkedHashMap<>();
    parts.forEach((k, v) -> map.put((K) k, (E) v));
    return map;
  }
}
