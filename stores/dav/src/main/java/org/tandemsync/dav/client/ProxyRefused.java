package org.tandemsync.dav.client;

import java.io.IOException;

/**
 * The proxy answered instead of the server, which has not seen the request. Nothing follows about
 * any resource, whatever the status: a proxy's 404 is not the server's.
 */
final class ProxyRefused extends IOException {
  private static final long serialVersionUID = 1L;

  ProxyRefused(int status, String reason) {
    super(
        status == 407
            ? "the proxy wants to know who asks, or does not accept user and password (407)"
            : "the proxy does not let the request through (" + status + " " + reason + ")");
  }
}
