package org.tandemsync.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tandemsync.items.CategoryColors;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.Confidentiality;
import org.tandemsync.items.Family;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.items.PrivacyMask;
import org.tandemsync.items.TimeRange;
import org.tandemsync.items.UpcomingReminders;
import org.tandemsync.items.View;
import org.tandemsync.items.Views;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.ReminderOptions;

/** The options of a profile that change how items look to the server. */
record ProfileViews(Options options, Family family) {

  /**
   * The mask goes first: what it hides no other view may tell.
   *
   * @param list Outlook's categories; of use only where colours are asked for
   */
  Views views(MasterCategoryList list, Instant now, ZoneNames zones, ZoneId userZone) {
    List<View> views = new ArrayList<>();
    if (options.reminders().which() == ReminderOptions.Which.UPCOMING
        && options.reminders().families().contains(family)) {
      views.add(new UpcomingReminders(now, zones::zoneId, userZone));
    }
    if (options.privacy().families().contains(family)) {
      PrivacyMask mask = options.privacy().mask();
      if (mask != null) {
        views.add(mask);
      }
      Confidentiality confidentiality = options.privacy().confidentiality();
      if (!confidentiality.isEmpty()) {
        views.add(confidentiality);
      }
    }
    if (hasColors()) {
      views.add(new CategoryColors(list));
    }
    CategoryFilter filter = options.categories().filter();
    if (filter != null) {
      views.add(filter);
    }
    return new Views(views);
  }

  boolean hasColors() {
    return options.categories().colors() && family == Family.EVENTS;
  }

  Selection selection(Instant now, ZoneNames zones, ZoneId userZone) {
    TimeRange range =
        options.range().isAll() || !options.range().families().contains(family)
            ? null
            : new TimeRange(
                LocalDate.ofInstant(now, userZone),
                options.range().daysBack(),
                options.range().daysAhead(),
                zones::zoneId,
                userZone);
    return new Selection(
        options.categories().filter(), options.categories().deletesLeaving(), range);
  }
}
