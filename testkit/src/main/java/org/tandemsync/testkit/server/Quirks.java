package org.tandemsync.testkit.server;

import java.util.Set;
import org.tandemsync.testkit.server.Dials.Components;
import org.tandemsync.testkit.server.Dials.EtagStyle;
import org.tandemsync.testkit.server.Dials.ExpiredToken;
import org.tandemsync.testkit.server.Dials.FreeBusy;
import org.tandemsync.testkit.server.Dials.HrefStyle;
import org.tandemsync.testkit.server.Dials.InvalidBody;
import org.tandemsync.testkit.server.Dials.MakeAgain;
import org.tandemsync.testkit.server.Dials.Outboxes;
import org.tandemsync.testkit.server.Dials.PrincipalSearches;
import org.tandemsync.testkit.server.Dials.PropertyRefusal;
import org.tandemsync.testkit.server.Dials.UidConflict;

/** Turns the dials to how real servers were seen to behave. */
public enum Quirks {
  /** Radicale 3.1: sorts properties, answers 201 to every PUT, has no limit for syncs. */
  RADICALE {
    @Override
    public void apply(Dials dials) {
      dials.rewrite = Rewriting.sortsProperties();
      dials.wholeBooks = true;
      dials.replacedStatus = 201;
      dials.sameBodyNewEtag = false;
      dials.uidConflict = UidConflict.CONFLICT;
      dials.firstSyncNamesDeleted = true;
      dials.invalidBody = InvalidBody.BAD_REQUEST;
      dials.makeAgain = MakeAgain.CONFLICT;
      dials.deletedAsMultistatus = true;
      dials.outbox = Outboxes.NONE;
      dials.freeBusy = FreeBusy.WITHOUT_DATA;
      dials.principalSearch = PrincipalSearches.EMPTY;
      dials.refuseChunked = 400;
      dials.obeyLimit = false;
      dials.gzip = true;
      dials.rawCarriageReturns = true;
    }
  },
  /** Xandikos 0.2: a 500 for an old token, a 207 for a UID that is taken. */
  XANDIKOS {
    @Override
    public void apply(Dials dials) {
      dials.expiredToken = ExpiredToken.SERVER_ERROR;
      dials.bareReports = true;
      dials.queriesNameTheCollection = true;
      dials.escapedUrlsInErrors = true;
      dials.invalidBody = InvalidBody.MULTISTATUS;
      dials.makeAgain = MakeAgain.MULTISTATUS;
      dials.dropOnMake = name -> !name.equals("displayname");
      dials.components = Components.EVERYTHING;
      dials.propertyRefusal = PropertyRefusal.ONLY_THAT;
      dials.outbox = Outboxes.NONE;
      dials.principalSearch = PrincipalSearches.REFUSED_INSIDE;
      dials.newTokenOnPropPatch = true;
      dials.listsAsOctets = true;
      dials.wellKnownStatus = 302;
      dials.collectionEtag = "\"4b825dc6\"";
      dials.uidConflict = UidConflict.MULTISTATUS_IN_CALENDARS;
      dials.sameBodyNewEtag = false;
      dials.obeyLimit = false;
      dials.rawCarriageReturns = true;
    }
  },
  /** SOGo 5.8: conditions ignored, lists of its own, everything again for an old token. */
  SOGO {
    @Override
    public void apply(Dials dials) {
      dials.rewrite = Rewriting.likeSogo();
      dials.ignoreIfNoneMatch = true;
      dials.ignoreIfMatchOnDelete = true;
      dials.expiredToken = ExpiredToken.EVERYTHING;
      dials.uidConflict = UidConflict.CONFLICT_IN_CALENDARS;
      dials.hrefs = HrefStyle.PLAIN_IN_SYNC;
      dials.strangersInHomes = true;
      dials.etags = EtagStyle.COUNTED;
      dials.invalidBody = InvalidBody.NOT_FOUND;
      dials.makeAgain = MakeAgain.NOT_ALLOWED;
      dials.dropOnMkcol = name -> !name.equals("resourcetype");
      dials.propertyRefusal = PropertyRefusal.HALFWAY;
      dials.refuseProperty =
          name -> !Set.of("displayname", "calendar-color", "calendar-order").contains(name);
      dials.colorsWithOpacity = true;
      dials.outbox = Outboxes.FIRST_CALENDAR;
      dials.plainRecipients = true;
      dials.freeBusy = FreeBusy.NOT_IMPLEMENTED;
      dials.searchable = name -> name.equals("email-address-set");
      dials.everybodyIsAPerson = true;
      dials.undeletable = name -> name.equals("personal");
      dials.components = Components.EVERYTHING;
      dials.rawHrefsMissing = true;
      dials.coarseTokens = 100;
      dials.bodiesInSync = false;
      dials.schedules = true;
      dials.uidsOfAllCalendars = true;
      dials.uidBeforeCondition = true;
      dials.challenge = "basic realm=\"SOGo\"";
      dials.refuseChunked = 404;
      dials.refuseExpect = 503;
      dials.listsWantUserAgent = true;
      dials.bodiesWantXmlType = true;
      dials.groupdavTypes = true;
      dials.collectionEtag = "\"None\"";
      dials.vlists = true;
      dials.obeyLimit = false;
      dials.gzip = true;
      dials.rawCarriageReturns = true;
    }
  };

  public abstract void apply(Dials dials);
}
