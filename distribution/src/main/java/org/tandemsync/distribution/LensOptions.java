package org.tandemsync.distribution;

import java.time.InstantSource;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.configuration.MeetingOptions;
import org.tandemsync.services.configuration.Options;

/** The options of a profile as its lenses take them. */
final class LensOptions {
  private LensOptions() {}

  static LensSettings settings(StoreOptions store, InstantSource clock) {
    Options options = store.options();
    return new LensSettings(store.userZone(), store.ownAddresses(), clock)
        .withAttachmentLimit(options.attachments().limit())
        .with(spelling(options))
        .with(new PropertyPairs(options.customProperties().pairs()));
  }

  private static CalendarSpelling spelling(Options options) {
    MeetingOptions meetings = options.meetings();
    return CalendarSpelling.USUAL
        .with(
            new CalendarSpelling.Meetings(
                invitations(meetings.invitations()),
                meetings.sogoNotifications(),
                meetings.onBehalfOf()))
        .with(
            new CalendarSpelling.Tasks(
                options.tasks().floatingTimes(),
                options.tasks().fixedReminders(),
                options.tasks().deferredIsOpen()))
        .withHtml(options.body().html())
        .withClassOfPublic(!options.privacy().publicAsDefault());
  }

  private static Invitations invitations(MeetingOptions.Invitations by) {
    return switch (by) {
      case OUTLOOK -> Invitations.OUTLOOK;
      case SERVER -> Invitations.SERVER;
      case NOBODY -> Invitations.NOBODY;
    };
  }
}
