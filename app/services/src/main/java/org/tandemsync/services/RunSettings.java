package org.tandemsync.services;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemsync.items.Family;
import org.tandemsync.items.Fields;
import org.tandemsync.items.ItemType;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.Projection;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.ExcludableFields;
import org.tandemsync.services.configuration.OptionGroup;
import org.tandemsync.services.configuration.OptionsText;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ReminderOptions;
import org.tandemsync.sync.Policy;

/**
 * The options of a profile, frozen for one run, each where it acts: the policy in the planner, the
 * kind in comparing and merging, the store options in the stores.
 *
 * @param kind what takes part of items, and how they look to the server
 * @param fingerprint changes whenever items may read differently than before
 * @param remarks options that have no effect, and what else the person should know of them
 */
record RunSettings(
    Place left,
    Place right,
    Family family,
    Policy policy,
    ItemsKind kind,
    StoreOptions options,
    String fingerprint,
    List<String> remarks) {
  /** The line of a fingerprint that tells the zone. */
  private static final int ZONE = 2;

  /**
   * Freezes the options of a profile as they are now.
   *
   * @param earlier its runs before
   */
  static RunSettings freeze(
      Profile profile,
      Configuration configuration,
      Stores stores,
      ZoneNames zones,
      Surroundings surroundings,
      EarlierRuns earlier) {
    Endpoint rightEndpoint;
    try {
      rightEndpoint = configuration.right(profile);
    } catch (IllegalArgumentException e) {
      throw new CannotRun("profile '" + profile.name() + "': " + e.getMessage(), e);
    }
    Family named = profile.family();
    Set<Family> wanted = named == null ? EnumSet.allOf(Family.class) : Set.of(named);
    NamedPlaces places = new NamedPlaces(stores, earlier);
    Place left = places.of(configuration.left(profile), wanted);
    Place right = places.of(rightEndpoint, named == null ? left.families() : wanted);
    Family family = family(profile, left, right);
    List<String> remarks = new ArrayList<>();
    Projection projection = projection(profile, family, remarks);
    unused(profile, family, remarks);
    OwnZone own =
        OwnZone.of(profile, earlier.zone(), surroundings.zone(), surroundings.clock().instant());
    remarks.addAll(own.remarks());
    StoreOptions options =
        new StoreOptions(
            family, own.zone(), own(profile, configuration, rightEndpoint), profile.options());
    ProfileViews looks = new ProfileViews(profile.options(), family);
    MasterCategoryList categories =
        looks.hasColors()
            ? stores.categories(left).orElse(MasterCategoryList.EMPTY)
            : MasterCategoryList.EMPTY;
    if (looks.hasColors() && categories.categories().isEmpty()) {
      remarks.add("'colors' has no effect: Outlook's list of categories is empty");
    }
    if (profile.policy().direction() == Policy.Direction.RIGHT_TO_LEFT
        && profile.options().privacy().mask() != null) {
      remarks.add("'hide' of 'privacy' has no effect: nothing goes to the server");
    }
    String fingerprint =
        String.join(
            "\n",
            stores.conversion(),
            projection.fingerprint(),
            options.userZone().getId(), // the line ZONE
            new TreeSet<>(options.ownAddresses()).toString(),
            OptionsText.write(profile.options().ofItems()),
            looks.hasColors() ? categories.toString() : "");
    return new RunSettings(
        left,
        right,
        family,
        profile.policy(),
        new ItemsKind(
            projection,
            zones,
            looks.views(categories, surroundings.clock().instant(), zones, options.userZone()),
            looks.selection(surroundings.clock().instant(), zones, options.userZone())),
        options,
        fingerprint,
        remarks);
  }

  /** Whether these are the same options, time zones apart. */
  boolean hasOptionsOf(RunSettings other) {
    return withoutZone(fingerprint).equals(withoutZone(other.fingerprint));
  }

  private static List<String> withoutZone(String fingerprint) {
    List<String> lines = new ArrayList<>(fingerprint.lines().toList());
    lines.remove(ZONE);
    return lines;
  }

  /** The zone that a fingerprint tells. */
  static Optional<ZoneId> zoneIn(String fingerprint) {
    return fingerprint
        .lines()
        .skip(ZONE)
        .findFirst()
        .flatMap(
            id -> {
              try {
                return Optional.of(ZoneId.of(id));
              } catch (DateTimeException ofAnotherTandem) {
                return Optional.empty();
              }
            });
  }

  private static Family family(Profile profile, Place left, Place right) {
    Family wanted = profile.family();
    Set<Family> common = EnumSet.copyOf(left.families());
    common.retainAll(right.families());
    if (wanted != null) {
      if (common.contains(wanted)) {
        return wanted;
      }
      Place without = left.families().contains(wanted) ? right : left;
      throw new CannotRun(
          "profile '"
              + profile.name()
              + "' keeps "
              + wanted.label()
              + " in step, but "
              + without.name()
              + " holds "
              + labels(without.families()));
    }
    if (common.isEmpty()) {
      throw new CannotRun(
          left.name()
              + " holds "
              + labels(left.families())
              + ", but "
              + right.name()
              + " holds "
              + labels(right.families())
              + "; name two that fit in profile '"
              + profile.name()
              + "'");
    }
    if (common.size() > 1) {
      throw new CannotRun(
          "profile '"
              + profile.name()
              + "' may keep "
              + labels(common)
              + " in step; say which: family = \""
              + common.iterator().next().label()
              + "\"");
    }
    return common.iterator().next();
  }

  private static String labels(Set<Family> families) {
    return String.join(
        " or ",
        Arrays.stream(Family.values()).filter(families::contains).map(Family::label).toList());
  }

  private static Projection projection(Profile profile, Family family, List<String> remarks) {
    Projection projection = Projection.EVERYTHING;
    Set<String> unused = new TreeSet<>(profile.exclude());
    for (ItemType type : new TreeSet<>(family.types())) {
      Set<String> names = ExcludableFields.of(type);
      names.retainAll(profile.exclude());
      unused.removeAll(names);
      names.addAll(profile.options().contacts().leftOut(type));
      projection = projection.without(type, names);
    }
    if (family == Family.EVENTS && !profile.options().meetings().people()) {
      projection = projection.without(ItemType.APPOINTMENT, Set.of("meeting", "attendees"));
    }
    if (profile.options().reminders().which() == ReminderOptions.Which.NONE) {
      for (ItemType type : family.types()) {
        if (Fields.of(type).names().contains("reminder")) {
          projection = projection.without(type, Set.of("reminder"));
        }
      }
    }
    if (family == Family.CONTACTS) {
      projection =
          projection.keeping(ItemType.CONTACT, profile.options().contacts().keptInOutlook());
      if (!profile.options().lists().active()) {
        ItemType lists = ItemType.DISTRIBUTION_LIST;
        projection = projection.without(lists, Fields.of(lists).names());
      }
    }
    for (String name : unused) {
      remarks.add("'exclude' names '" + name + "', which " + family.label() + " do not have");
    }
    return projection;
  }

  /** A profile that does not name its family may have options of another one. */
  private static void unused(Profile profile, Family family, List<String> remarks) {
    for (OptionGroup group : profile.options().groups()) {
      if (!group.unusual().isEmpty() && !group.families().contains(family)) {
        remarks.add("'" + group.name() + "' has no effect on " + family.label());
      }
    }
  }

  private static Set<String> own(Profile profile, Configuration configuration, Endpoint server) {
    if (!profile.ownAddresses().isEmpty()) {
      return profile.ownAddresses();
    }
    Set<String> known = configuration.ownAddresses(profile);
    if (!known.isEmpty()) {
      return known;
    }
    return server instanceof Endpoint.Dav dav && dav.access().user().indexOf('@') > 0
        ? Set.of(dav.access().user().toLowerCase(Locale.ROOT))
        : Set.of();
  }
}
