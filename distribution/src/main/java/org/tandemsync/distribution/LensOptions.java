package org.tandemsync.distribution;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.tandemsync.convert.CalendarSpelling;
import org.tandemsync.convert.CardSettings;
import org.tandemsync.convert.CardVersion;
import org.tandemsync.convert.ChatService;
import org.tandemsync.convert.GroupFormat;
import org.tandemsync.convert.Invitations;
import org.tandemsync.convert.LensSettings;
import org.tandemsync.convert.PropertyPairs;
import org.tandemsync.convert.TimeSpelling;
import org.tandemsync.dav.discovery.DavCollection;
import org.tandemsync.services.StoreOptions;
import org.tandemsync.services.configuration.ContactOptions;
import org.tandemsync.services.configuration.ListOptions;
import org.tandemsync.services.configuration.MeetingOptions;
import org.tandemsync.services.configuration.Options;
import org.tandemsync.services.configuration.TimeOptions;

/** The options of a profile as its lenses take them. */
final class LensOptions {
  private LensOptions() {}

  static LensSettings settings(StoreOptions store, InstantSource clock) {
    Options options = store.options();
    return new LensSettings(store.userZone(), store.ownAddresses(), clock)
        .withAttachmentLimit(options.attachments().limit())
        .with(spelling(options))
        .with(cards(options))
        .with(spelling(options.times()))
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

  private static CardSettings cards(Options options) {
    ContactOptions contacts = options.contacts();
    ListOptions.Format format = options.lists().format();
    return new CardSettings(
        contacts.version() == ContactOptions.VCardVersion.V4 ? CardVersion.V4 : CardVersion.V3,
        format == null ? GroupFormat.ADDRESSBOOKSERVER : format(format),
        switch (contacts.firstEmail()) {
          case HOME -> CardSettings.FirstMail.HOME;
          case WORK -> CardSettings.FirstMail.WORK;
        },
        contacts.imFormat() == ContactOptions.ImFormat.IMPP
            ? CardSettings.ChatFormat.IMPP
            : CardSettings.ChatFormat.PROPERTIES,
        service(contacts.imService()),
        switch (contacts.phoneNumbers()) {
          case AS_WRITTEN -> CardSettings.PhoneFormat.AS_WRITTEN;
          case BRACKETS -> CardSettings.PhoneFormat.BRACKETS;
        });
  }

  private static GroupFormat format(ListOptions.Format format) {
    return switch (format) {
      case SOGO -> GroupFormat.VLIST;
      case VCARD4 -> GroupFormat.VCARD4;
      case ICLOUD -> GroupFormat.ADDRESSBOOKSERVER;
      case X_KIND -> GroupFormat.X_KIND;
    };
  }

  private static ChatService service(String name) {
    ChatService service = ChatService.named(name);
    if (service == null) {
      throw new IllegalArgumentException("no service is called '" + name + "'");
    }
    return service;
  }

  /**
   * What nobody chose is as the server likes it: SOGo shows lists to its users only as VLIST,
   * iCloud shows addresses for instant messages only as IMPP.
   */
  static LensSettings suited(LensSettings settings, Options options, DavCollection collection) {
    CardSettings cards = settings.cards();
    boolean newest = collection.version4Only();
    if (options.contacts().version() == null && newest) {
      cards = cards.with(CardVersion.V4);
    }
    if (options.lists().format() == null && (newest || collection.groupware())) {
      cards = cards.with(newest ? GroupFormat.VCARD4 : GroupFormat.VLIST);
    }
    if (options.contacts().imFormat() == null && isICloud(collection.url())) {
      cards = cards.with(CardSettings.ChatFormat.IMPP);
    }
    return settings.with(cards);
  }

  private static boolean isICloud(String url) {
    String host = URI.create(url).getHost();
    return host != null && host.toLowerCase(Locale.ROOT).endsWith(".icloud.com");
  }

  private static TimeSpelling spelling(TimeOptions times) {
    TimeSpelling.Form form =
        times.asInOutlook()
            ? new TimeSpelling.Form.AsInOutlook()
            : times.inUtc()
                ? new TimeSpelling.Form.Utc()
                : new TimeSpelling.Form.In(ZoneId.of(times.zone()));
    return new TimeSpelling(form, times.windowsNames(), times.history());
  }

  private static Invitations invitations(MeetingOptions.Invitations by) {
    return switch (by) {
      case OUTLOOK -> Invitations.OUTLOOK;
      case SERVER -> Invitations.SERVER;
      case NOBODY -> Invitations.NOBODY;
    };
  }
}
