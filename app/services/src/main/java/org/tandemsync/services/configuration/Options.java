package org.tandemsync.services.configuration;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Family;

/** How a profile carries items across, beyond which fields take part, and when. */
public record Options(
    MeetingOptions meetings,
    BodyOptions body,
    TaskOptions tasks,
    AttachmentOptions attachments,
    TimeOptions times,
    ContactOptions contacts,
    ListOptions lists,
    CustomPropertyOptions customProperties,
    ReminderOptions reminders,
    PrivacyOptions privacy,
    CategoryOptions categories,
    RangeOptions range,
    ServeOptions serve) {
  /** Everything as usual. */
  public static final Options USUAL =
      new Options(
          MeetingOptions.USUAL,
          BodyOptions.USUAL,
          TaskOptions.USUAL,
          AttachmentOptions.USUAL,
          TimeOptions.USUAL,
          ContactOptions.USUAL,
          ListOptions.USUAL,
          CustomPropertyOptions.USUAL,
          ReminderOptions.USUAL,
          PrivacyOptions.USUAL,
          CategoryOptions.USUAL,
          RangeOptions.USUAL,
          ServeOptions.USUAL);

  /** The keys of a profile that hold them. */
  static final List<String> NAMES = USUAL.groups().stream().map(OptionGroup::name).toList();

  /** In the order of the guide. */
  public List<OptionGroup> groups() {
    return List.of(
        meetings,
        body,
        tasks,
        attachments,
        times,
        contacts,
        lists,
        customProperties,
        reminders,
        privacy,
        categories,
        range,
        serve);
  }

  /** The same without what has nothing to do with items: how one reads does not depend on it. */
  public Options ofItems() {
    return serving(ServeOptions.USUAL);
  }

  /** The same, run at other times. */
  public Options serving(ServeOptions other) {
    return new Options(
        meetings,
        body,
        tasks,
        attachments,
        times,
        contacts,
        lists,
        customProperties,
        reminders,
        privacy,
        categories,
        range,
        other);
  }

  /**
   * Reads the options of a profile.
   *
   * @param family what the profile keeps in step, or null if it does not say
   */
  static Options read(TomlMembers profile, @Nullable Family family) {
    Options read =
        new Options(
            group(profile, MeetingOptions.NAME, MeetingOptions::read, USUAL.meetings),
            group(profile, BodyOptions.NAME, BodyOptions::read, USUAL.body),
            group(profile, TaskOptions.NAME, TaskOptions::read, USUAL.tasks),
            group(profile, AttachmentOptions.NAME, AttachmentOptions::read, USUAL.attachments),
            group(profile, TimeOptions.NAME, TimeOptions::read, USUAL.times),
            group(profile, ContactOptions.NAME, ContactOptions::read, USUAL.contacts),
            group(profile, ListOptions.NAME, ListOptions::read, USUAL.lists),
            group(
                profile,
                CustomPropertyOptions.NAME,
                CustomPropertyOptions::read,
                USUAL.customProperties),
            group(profile, ReminderOptions.NAME, ReminderOptions::read, USUAL.reminders),
            group(profile, PrivacyOptions.NAME, PrivacyOptions::read, USUAL.privacy),
            group(profile, CategoryOptions.NAME, CategoryOptions::read, USUAL.categories),
            group(profile, RangeOptions.NAME, RangeOptions::read, USUAL.range),
            group(profile, ServeOptions.NAME, ServeOptions::read, USUAL.serve));
    for (OptionGroup group : read.groups()) {
      if (family != null && profile.has(group.name()) && !group.families().contains(family)) {
        profile.fault(
            group.name(),
            "'"
                + group.name()
                + "' is for "
                + String.join(
                    " and ", group.families().stream().sorted().map(Family::label).toList())
                + ", and the profile keeps "
                + family.label()
                + " in step: leave it out");
      }
    }
    return read;
  }

  private static <G> G group(
      TomlMembers profile, String name, Function<TomlMembers, G> read, G usual) {
    return profile.members(name, "'" + name + "'").map(read).orElse(usual);
  }
}
