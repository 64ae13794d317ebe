package org.tandemsync.dav.discovery;

import java.net.URI;
import java.util.Locale;
import org.tandemsync.dav.client.DavException;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;

/** Says in plain words why a server as a whole does not work. */
public final class DavTrouble {
  private static final String ADDRESS = " Check the address with `tandem discover`.";

  private DavTrouble() {}

  public static StoreException of(DavException e) {
    Reason reason = reason(e);
    return new StoreException(reason, message(reason, e), e.retryAfter().orElse(null), e);
  }

  private static Reason reason(DavException e) {
    if (e.asksForPause()) {
      return Reason.OVERLOADED;
    }
    return switch (e.kind()) {
      case NOT_SENT, LOST, TIMEOUT -> Reason.UNREACHABLE;
      case NOT_UNDERSTOOD, TOO_LARGE, NOT_DAV, ELSEWHERE -> Reason.DAMAGED;
      case REDIRECTED -> Reason.NOT_FOUND;
      case NOT_SIGNED_IN -> Reason.UNAUTHORIZED;
      case STATUS ->
          switch (e.status()) {
            case 401, 403, 407 -> Reason.UNAUTHORIZED;
            case 404, 405, 410 -> Reason.NOT_FOUND;
            case 423 -> Reason.BUSY;
            case 507 -> Reason.FULL;
            default -> e.status() >= 500 ? Reason.UNREACHABLE : Reason.DAMAGED;
          };
    };
  }

  private static String message(Reason reason, DavException e) {
    String server = "The server " + server(e.url());
    return switch (e.kind()) {
      case NOT_SENT -> unsent(server, e);
      case LOST ->
          server + " broke the connection (" + said(e) + "). Try again later" + wish(e) + ".";
      case TIMEOUT -> server + " did not answer in time (" + said(e) + "). Try again later.";
      case TOO_LARGE -> server + " sent more than is allowed (" + said(e) + ").";
      case NOT_UNDERSTOOD ->
          server + " did not answer as a CalDAV or CardDAV server (" + said(e) + ")." + ADDRESS;
      case NOT_DAV ->
          server
              + " answers with something else than CalDAV or CardDAV ("
              + said(e)
              + "). Is there a network that wants you to sign in first?"
              + ADDRESS;
      case ELSEWHERE ->
          server
              + " answers for another address than the one it was asked for ("
              + said(e)
              + "). Nothing is concluded from that. Next step: if that is where the collection is,"
              + " name that address; if the server is shown under a path or a name of its proxy,"
              + " tell it so there (Radicale: X-Script-Name).";
      case REDIRECTED ->
          server
              + " sends requests on to where they must not go ("
              + said(e)
              + "). Nothing was sent there. If that is the right server, name its address.";
      case NOT_SIGNED_IN -> server + " cannot be told who asks: " + e.detail() + ".";
      case STATUS -> refused(reason, server, e);
    };
  }

  /**
   * TLS 1.3 (RFC 8446 4.4.2.4): a server may refuse a missing certificate when the request is under
   * way already; then a broken pipe can hide what it said.
   */
  private static String wish(DavException e) {
    boolean hidden = e.text().toLowerCase(Locale.ROOT).contains("broken pipe");
    return hidden && e.url().startsWith("https:")
        ? "; if it wants a certificate of yours, name one in the account"
        : "";
  }

  private static String unsent(String server, DavException e) {
    String detail = detail(e);
    if (detail.contains("another certificate than")) {
      return server
          + " is not who it was: "
          + detail
          + ". Nothing was sent to it. If it has a new certificate, compare the fingerprint with"
          + " what its administrator says and accept it: tandem trust "
          + server(e.url());
    }
    if (isUntrusted(detail)) {
      return server
          + " cannot be reached: its certificate is not trusted ("
          + detail
          + "). Nothing was sent to it. If it is the right one, accept it: tandem trust "
          + server(e.url());
    }
    return server + " cannot be reached: " + detail + ". Check the network and the address.";
  }

  private static boolean isUntrusted(String detail) {
    String lower = detail.toLowerCase(Locale.ROOT);
    return lower.contains("pkix") || lower.contains("sha-256") || lower.contains("subject alt");
  }

  private static String refused(Reason reason, String server, DavException e) {
    return switch (reason) {
      case UNAUTHORIZED ->
          e.status() == 403
              ? server + " does not allow this (" + said(e) + "). Check the rights of the account."
              : server
                  + " did not accept user name and password ("
                  + said(e)
                  + "). Check them; the password goes to the configured address only, not to where"
                  + " that may redirect.";
      case NOT_FOUND -> e.url() + " is not there (" + said(e) + ")." + ADDRESS;
      case OVERLOADED ->
          server
              + " asks for a pause"
              + e.retryAfter().map(d -> " of " + d.toSeconds() + " s").orElse("")
              + " ("
              + said(e)
              + "). Try again later.";
      case FULL -> server + " has no room left (" + said(e) + ").";
      case BUSY -> e.url() + " is locked by somebody else (" + said(e) + "). Try again later.";
      case UNREACHABLE -> server + " failed (" + said(e) + "). Try again later.";
      case DAMAGED -> server + " did not understand the request (" + said(e) + ")." + ADDRESS;
    };
  }

  private static String said(DavException e) {
    return e.text();
  }

  /** The cause of a failed connection without the request. */
  private static String detail(DavException e) {
    String detail = e.detail();
    String lower = detail.toLowerCase(Locale.ROOT);
    if (e.getCause() instanceof java.net.UnknownHostException) {
      return "there is no host of this name (" + detail + ")";
    }
    if (lower.contains("connection refused")) {
      return "connection refused";
    }
    if (lower.contains("certificate_required") || lower.contains("bad_certificate")) {
      return "it wants a certificate of the account, or another one (" + detail + ")";
    }
    return detail;
  }

  private static String server(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException notAUrl) {
      return url;
    }
  }
}
