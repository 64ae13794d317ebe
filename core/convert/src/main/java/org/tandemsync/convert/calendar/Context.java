package org.tandemsync.convert.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.Excerpt;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Attachment;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;
import org.tandemsync.items.Zone;

/**
 * What the properties of one resource share: the settings, its time zones, its series, and where
 * losses go. One per reading or writing of a resource, used by one thread.
 */
final class Context {
  /** No person reads more of one item; a resource may be made to have millions. */
  private static final int MOST_LOSSES = 1000;

  private final LensSettings settings;
  private final CalendarZones zones;
  private final Component calendar;
  private final @Nullable Component master;
  private final Set<Loss> losses;
  private final Map<ContentLine, Optional<Attachment>> attachments;
  private @Nullable Series series;
  private Set<LocalDate> changedOccurrences = Set.of();

  private Context(
      LensSettings settings,
      CalendarZones zones,
      Component calendar,
      @Nullable Component master,
      Set<Loss> losses,
      Map<ContentLine, Optional<Attachment>> attachments) {
    this.settings = settings;
    this.zones = zones;
    this.calendar = calendar;
    this.master = master;
    this.losses = losses;
    this.attachments = attachments;
  }

  static Context of(LensSettings settings, Component calendar) {
    return new Context(
        settings,
        new CalendarZones(calendar, settings.userZone(), settings.times()),
        calendar,
        null,
        new LinkedHashSet<>(),
        new HashMap<>());
  }

  /** The context of a resource that is being made of an item. */
  static Context of(LensSettings settings, Component calendar, Appointment item) {
    Context context = of(settings, calendar);
    context.zones.in(ItemYears.of(item));
    return context;
  }

  /** The context of a changed occurrence of {@code master}. */
  Context forOverrideOf(Component masterComponent, Series ofMaster) {
    Context context = new Context(settings, zones, calendar, masterComponent, losses, attachments);
    context.series = ofMaster;
    return context;
  }

  LensSettings settings() {
    return settings;
  }

  CalendarZones zones() {
    return zones;
  }

  ZoneId userZone() {
    return settings.userZone();
  }

  /** The VCALENDAR. */
  Component calendar() {
    return calendar;
  }

  /** The series that the component at hand is a changed occurrence of, or null. */
  @Nullable Component master() {
    return master;
  }

  boolean isOverride() {
    return master != null;
  }

  /** Times and rule of the series; null while a new resource is made. */
  @Nullable Series series() {
    return series;
  }

  void series(Series read) {
    series = read;
  }

  /** The original dates of the changed occurrences that the item will have. */
  Set<LocalDate> changedOccurrences() {
    return changedOccurrences;
  }

  void changedOccurrences(Set<LocalDate> wanted) {
    changedOccurrences = Set.copyOf(wanted);
  }

  /** The zone in which times in UTC are shown: that of an endless clock only for series in UTC. */
  Zone zoneOfUtc() {
    return series != null && series.inUtc() ? Zone.UTC : zones.ownName();
  }

  boolean isOwn(String address) {
    return settings.ownAddresses().contains(address.strip().toLowerCase(java.util.Locale.ROOT));
  }

  void lose(LossKind kind, String field, String detail) {
    if (losses.size() < MOST_LOSSES) {
      losses.add(new Loss(kind, field, Excerpt.of(detail)));
    }
  }

  /** What a line attaches: every changed occurrence has the same bytes of the series. */
  @Nullable Attachment attachment(ContentLine line) {
    return attachments
        .computeIfAbsent(line, l -> Optional.ofNullable(AttachmentLine.read(l)))
        .orElse(null);
  }

  List<Loss> losses() {
    return List.copyOf(losses);
  }
}
