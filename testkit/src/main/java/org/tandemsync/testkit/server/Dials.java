package org.tandemsync.testkit.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The faults and quirks of the server. Each may be changed while it runs and holds from the next
 * request on. As made, the server follows the RFCs and never fails. {@link Quirks} turns many at
 * once to resemble a real server.
 */
public final class Dials {

  // ---- The connection

  /** The connection is cut before the request is carried out. */
  public volatile When cutBefore = When.never();

  /** The request is carried out, then the connection is cut without an answer. */
  public volatile When loseAnswer = When.never();

  /** The request is carried out, and the connection cut in the middle of the answer's body. */
  public volatile When cutAnswer = When.never();

  /**
   * The connection is closed after the answer, without having said so, as sogod does. Not after 204
   * and 304, which the JDK's server ends by itself.
   */
  public volatile When closeSilently = When.never();

  /** Status for bodies without Content-Length (Radicale 400, sogod 404); 0: they are welcome. */
  public volatile int refuseChunked;

  /** Status for requests with an Expect header (503: SOGo behind Apache); 0: they are welcome. */
  public volatile int refuseExpect;

  /** Requests that are worked on at a time; one more is reset (sogod). 0: any number. */
  public volatile int workers;

  /** The answer takes {@link #delay} longer. */
  public volatile When slow = When.never();

  public volatile Duration delay = Duration.ofMillis(200);

  /** Answers are compressed for those who accept gzip. */
  public volatile boolean gzip;

  /** The ETag of an answer to GET or PUT that is compressed. */
  public volatile CompressedTag compressedTags = CompressedTag.SAME;

  /**
   * The path under which a proxy shows the server, which does not know it: hrefs lack it (Radicale
   * without X-Script-Name). Empty for none.
   */
  public volatile String shownUnder = "";

  /** Whether the proxy shows the server there only. */
  public volatile boolean shownThereOnly;

  // ---- Refusals; the request is not carried out

  /** 200 with a web page, to any method: SOGo at its root, a network that wants a login. */
  public volatile When loginPage = When.never();

  /** What a request without credentials is asked for. */
  public volatile String challenge = "Basic realm=\"Embedded DAV\", charset=\"UTF-8\"";

  /** 404 for lists (text/x-vlist) to clients that send no User-Agent (SOGo). */
  public volatile boolean listsWantUserAgent;

  /** A PROPFIND whose body is not declared as XML is answered as if it had none (SOGo). */
  public volatile boolean bodiesWantXmlType;

  /** Whether the server knows MOVE. */
  public volatile boolean moves = true;

  /** 412, whatever the condition in the request. */
  public volatile When failPrecondition = When.never();

  /** {@link #overloadStatus} with {@link #retryAfter}. */
  public volatile When overload = When.never();

  /** 429 or 503. */
  public volatile int overloadStatus = 503;

  /** Seconds ("2") or an HTTP-date; empty for no such header. */
  public volatile String retryAfter = "1";

  /** {@link #refuseStatus}, for items that this server cannot stand. */
  public volatile When refuse = When.never();

  /** 403, 413, 507... */
  public volatile int refuseStatus = 403;

  /** 401 although the credentials are right. */
  public volatile When forgetCredentials = When.never();

  /** Requests whose path begins with {@link #redirectFrom} are sent on to {@link #redirectTo}. */
  public volatile When redirect = When.never();

  /** 301, 302, 307 or 308. */
  public volatile int redirectStatus = 301;

  public volatile String redirectFrom = "/";

  /** A path, or an absolute URL (of another host, perhaps). */
  public volatile String redirectTo = "/";

  /** Where the well-known addresses lead: a path or an URL; empty for 404. */
  public volatile String wellKnown = "/dav/";

  /** 301 or 302. */
  public volatile int wellKnownStatus = 301;

  // ---- Listings

  /** 404 for the listing of a collection that has no members (Synology). */
  public volatile boolean emptyIsMissing;

  /** Both home sets of a user are one home that lists calendars and address books (Radicale). */
  public volatile boolean oneHome;

  /** Further homes in the home sets of everybody: paths or URLs. */
  public volatile List<String> moreHomes = List.of();

  /** What collections say about the components they take, and whether they hold to it. */
  public volatile Components components = Components.AS_MADE;

  /** The XML of a 207 breaks off, though HTTP says it is complete. */
  public volatile When truncateXml = When.never();

  /**
   * Members missing in PROPFIND, queries for all and complete sync reports, by name, though they
   * exist.
   */
  public volatile Predicate<String> dropRow = name -> false;

  /** Members that a multiget passes over in silence, by name. */
  public volatile Predicate<String> dropFromMultiget = name -> false;

  /** Whether sync-collection is offered. */
  public volatile boolean syncCollection = true;

  /** Rows of one answer to sync-collection; more make it a page, with 507. 0: no limit. */
  public volatile int pageSize;

  /** Whether the client's own limit in a sync-collection is obeyed. */
  public volatile boolean obeyLimit = true;

  /** What an expired or unknown sync token brings. */
  public volatile ExpiredToken expiredToken = ExpiredToken.FORBIDDEN;

  /** Queries name the collection itself too (Xandikos). */
  public volatile boolean queriesNameTheCollection;

  /** So many of the latest changes are told again (SOGo: those of the token's second). */
  public volatile int syncRepeats;

  /**
   * The properties sync-token and getctag count so many changes as one, and tell of the last of
   * them before it happened (SOGo: those of a second).
   */
  public volatile int coarseTokens = 1;

  /** Changes that a sync-collection with a token passes over, by name: a token that lies. */
  public volatile Predicate<String> forgetChange = name -> false;

  /** Changed members have a status beside their properties (SOGo). */
  public volatile boolean statusBesideProperties;

  /** Whether sync-collection gives bodies to who asks for them (SOGo does not). */
  public volatile boolean bodiesInSync = true;

  /** PROPPATCH of a collection gives it a new sync token (Xandikos). */
  public volatile boolean newTokenOnPropPatch;

  /** The first sync-collection names deleted members too, as 404 (Radicale). */
  public volatile boolean firstSyncNamesDeleted;

  public volatile HrefStyle hrefs = HrefStyle.ENCODED;

  /** Hrefs in errors and in answers to PROPPATCH are escaped URLs, {@code http%3A//} (Xandikos). */
  public volatile boolean escapedUrlsInErrors;

  /** Hrefs with raw letters in a multiget are taken for the collection: 404 (SOGo). */
  public volatile boolean rawHrefsMissing;

  /**
   * Homes list things beside the collections: {@code work.ics} for {@code work/}, an inbox (SOGo).
   */
  public volatile boolean strangersInHomes;

  /** Collections also have the types of GroupDAV (SOGo). */
  public volatile boolean groupdavTypes;

  /** supported-report-set without its DAV:report elements (Xandikos). */
  public volatile boolean bareReports;

  /**
   * A PUT to an address book replaces it as a whole, its properties too, and getetag of an address
   * book is a hash of all that it holds (Radicale).
   */
  public volatile boolean wholeBooks;

  /** The answer to such a PUT gives the tag of the condition again (Radicale of late). */
  public volatile boolean staleBookTag;

  /** getetag of collections: {@code "None"} in SOGo; empty for no such property. */
  public volatile String collectionEtag = "";

  /** CR goes into XML as it is, so that XML readers make LF of CRLF, instead of as a reference. */
  public volatile boolean rawCarriageReturns;

  // ---- ETags and conditions

  public volatile EtagStyle etags = EtagStyle.STRONG;

  /** Whether a PUT is answered with the new ETag. */
  public volatile boolean etagOnPut = true;

  /**
   * Members of calendars have a Schedule-Tag, which answers of attendees ({@link
   * DavCollection#answered}) do not change (RFC 6638).
   */
  public volatile boolean scheduleTags;

  /** Meetings between users are copied and answered at once, as SOGo does it. */
  public volatile boolean schedules;

  /** What a condition that does not hold brings. */
  public volatile FailedCondition failedCondition = FailedCondition.PRECONDITION_FAILED;

  /** {@code If-None-Match: *} is ignored: the PUT overwrites (SOGo). */
  public volatile boolean ignoreIfNoneMatch;

  /** If-Match is ignored by DELETE (SOGo). */
  public volatile boolean ignoreIfMatchOnDelete;

  /** PUT of the same body again gives a new ETag. */
  public volatile boolean sameBodyNewEtag = true;

  // ---- Bodies

  /** What the server makes of a body it is given by PUT; {@link Rewriting} has some. */
  public volatile UnaryOperator<String> rewrite = UnaryOperator.identity();

  /** A PUT is answered with the body as it was stored, to who prefers that (RFC 8144). */
  public volatile boolean representation;

  public volatile UidConflict uidConflict = UidConflict.FORBIDDEN;

  /** A UID is taken if any calendar of the user has it (SOGo). */
  public volatile boolean uidsOfAllCalendars;

  /** A taken UID is told before a condition is looked at, also by an update (SOGo). */
  public volatile boolean uidBeforeCondition;

  /** Whether bodies that are not iCalendar or vCard are refused. */
  public volatile boolean validate = true;

  /** What a condition that does not hold brings. */
  public enum FailedCondition {
    /** 412 (RFC 9110). */
    PRECONDITION_FAILED,
    /** 409. */
    CONFLICT,
    /** 207 with a 412 inside. */
    MULTISTATUS
  }

  /** What a body brings that is neither iCalendar nor vCard. */
  public volatile InvalidBody invalidBody = InvalidBody.FORBIDDEN;

  /** The name that the server gives to what a client creates; it says so by Location. */
  public volatile UnaryOperator<String> nameOnCreate = UnaryOperator.identity();

  /** Lists are octet streams, and multigets have no data of them (Xandikos). */
  public volatile boolean listsAsOctets;

  /** Whether address books take SOGo's lists (text/x-vlist). */
  public volatile boolean vlists;

  /** Largest body, in bytes. */
  public volatile int maxResourceSize = 25_000_000;

  /** Status of a PUT that replaced: 204, or 201 as Radicale. */
  public volatile int replacedStatus = 204;

  // ---- New collections

  /** What making a collection brings where one is. */
  public volatile MakeAgain makeAgain = MakeAgain.FORBIDDEN;

  /** Properties that making a collection passes over in silence, by local name. */
  public volatile Predicate<String> dropOnMake = name -> false;

  /** The same, for MKCOL only (SOGo: the name and the colour). */
  public volatile Predicate<String> dropOnMkcol = name -> false;

  /** Whether there is MKCALENDAR; else 405, and calendars are made by extended MKCOL. */
  public volatile boolean mkcalendar = true;

  /**
   * A collection that is made with one of these properties is refused (RFC 5689), by local name.
   */
  public volatile Predicate<String> refuseOnMake = name -> false;

  // ---- Collections as such

  /** Properties that PROPPATCH does not set, by local name. */
  public volatile Predicate<String> refuseProperty = name -> false;

  /** How it says so. */
  public volatile PropertyRefusal propertyRefusal = PropertyRefusal.ALL_OR_NOTHING;

  /** Properties that PROPPATCH says to have set and has not, by local name. */
  public volatile Predicate<String> forgetProperty = name -> false;

  /** Colours have to be {@code #RRGGBBAA}: else 400 (SOGo). */
  public volatile boolean colorsWithOpacity;

  /** Collections that cannot be deleted, by name: 403 (SOGo's "personal"). */
  public volatile Predicate<String> undeletable = name -> false;

  /** The answer to a DELETE of a collection is 200 with a 207's body (Radicale). */
  public volatile boolean deletedAsMultistatus;

  // ---- Planning

  /** Where the scheduling outbox is. */
  public volatile Outboxes outbox = Outboxes.OWN;

  /** Recipients in answers of the outbox are plain texts, without DAV:href (SOGo). */
  public volatile boolean plainRecipients;

  /** What a free-busy-query brings. */
  public volatile FreeBusy freeBusy = FreeBusy.ANSWERED;

  /** What a search for people and rooms brings. */
  public volatile PrincipalSearches principalSearch = PrincipalSearches.ANSWERED;

  /** Properties to search people and rooms by, by local name (SOGo: email-address-set). */
  public volatile Predicate<String> searchable = name -> true;

  /** Rooms are not told from people (SOGo). */
  public volatile boolean everybodyIsAPerson;

  /** Where the scheduling outbox is. */
  public enum Outboxes {
    OWN,
    /** It is the first calendar (SOGo). */
    FIRST_CALENDAR,
    /** None (Radicale, Xandikos). */
    NONE
  }

  /** What a free-busy-query brings. */
  public enum FreeBusy {
    /** 200 with iCalendar (RFC 4791, section 7.10). */
    ANSWERED,
    /** 501 (SOGo). */
    NOT_IMPLEMENTED,
    /** 207 with members and nothing about them (Radicale). */
    WITHOUT_DATA
  }

  /** What a search for people and rooms brings. */
  public enum PrincipalSearches {
    ANSWERED,
    /** 207 without anybody (Radicale). */
    EMPTY,
    /** 207 with a 403 inside (Xandikos). */
    REFUSED_INSIDE,
    /** 501 (SOGo, at the wrong place). */
    NOT_IMPLEMENTED
  }

  /** How PROPPATCH refuses a property. */
  public enum PropertyRefusal {
    /** 207: 403 for it, 424 for the others, nothing is set (RFC 4918, section 9.2). */
    ALL_OR_NOTHING,
    /** 207: 404 for it, the others are set (Xandikos). */
    ONLY_THAT,
    /** 403 for all, and those before it are set (SOGo). */
    HALFWAY
  }

  /** What supported-calendar-component-set says. */
  public enum Components {
    AS_MADE,
    /** Everything, also journals, and everything is taken (Radicale, SOGo). */
    EVERYTHING,
    /** The property is missing, and everything is taken (RFC 4791, section 5.2.3). */
    UNSAID
  }

  /** What a body brings that is neither iCalendar nor vCard. */
  public enum InvalidBody {
    /** 403 with valid-calendar-data or valid-address-data (RFC 4791, RFC 6352). */
    FORBIDDEN,
    /** 400 (Radicale). */
    BAD_REQUEST,
    /** 207 with a 412 inside (Xandikos). */
    MULTISTATUS,
    /** 404 (SOGo). */
    NOT_FOUND
  }

  /** What making a collection brings where one is. */
  public enum MakeAgain {
    /** 403 with resource-must-be-null (RFC 4791). */
    FORBIDDEN,
    /** 409 with resource-must-be-null (Radicale). */
    CONFLICT,
    /** 207 with a 403 inside (Xandikos). */
    MULTISTATUS,
    /** 405 (RFC 4918, SOGo). */
    NOT_ALLOWED
  }

  /** What a token brings that the server does not know any more. */
  public enum ExpiredToken {
    /** 403 with DAV:valid-sync-token (RFC 6578; Radicale). */
    FORBIDDEN,
    /** 500 (Xandikos). */
    SERVER_ERROR,
    /** 409 with DAV:valid-sync-token. */
    CONFLICT,
    /** 410. */
    GONE,
    /** 412. */
    PRECONDITION_FAILED,
    /** 207 with all members and all deleted ones, as though nothing were wrong (SOGo). */
    EVERYTHING
  }

  /** How hrefs are spelled. */
  public enum HrefStyle {
    /** Everything but unreserved characters escaped. */
    ENCODED,
    /** {@code @} plain, and in sync-collection nothing escaped at all (SOGo). */
    PLAIN_IN_SYNC,
    /** Absolute URLs. */
    ABSOLUTE,
    /** Absolute URLs of a host of its own, behind a proxy that does not pass the name on. */
    INTERNAL
  }

  /** What becomes of the ETag of an answer that is compressed on its way. */
  public enum CompressedTag {
    SAME,
    /** {@code W/"x"} (nginx). */
    WEAK,
    /** {@code "x-gzip"} (Apache). */
    SUFFIXED
  }

  /** What ETags look like. */
  public enum EtagStyle {
    STRONG,
    /** {@code W/"x"}; If-Match is accepted with and without the W/. */
    WEAK,
    /** Without quotes (Yandex). */
    UNQUOTED,
    /** Without quotes, and If-Match has to be so too (mail.ru). */
    BARE,
    /** A counter of each resource that begins again when a name is made anew (SOGo). */
    COUNTED,
    /** None, in no header and no property; conditions always fail. */
    NONE
  }

  /** What a PUT brings whose UID is in the collection under another name. */
  public enum UidConflict {
    /** 403 with no-uid-conflict (RFC 4791, RFC 6352). */
    FORBIDDEN,
    /** 409 with no-uid-conflict (Radicale). */
    CONFLICT,
    /** 409 in calendars, welcome in address books (SOGo). */
    CONFLICT_IN_CALENDARS,
    /** In calendars a 207 that has a 412 inside, welcome in address books (Xandikos). */
    MULTISTATUS_IN_CALENDARS,
    /** Welcome. */
    ALLOWED
  }
}
