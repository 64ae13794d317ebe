package org.tandemsync.dav.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections of one account: their number, timeouts, TLS and proxy. Nothing of it is the whole
 * process's.
 */
final class Connections {
  private static final int LONGEST_HEADER = 64 * 1024;
  private static final int MOST_HEADERS = 200;

  private Connections() {}

  /**
   * Opens none yet. It follows no redirect, repeats nothing, keeps no cookie and signs in at
   * proxies only: {@link Transport} does what is to be done.
   *
   * @param encrypted whether the first connection will be: what TLS needs is looked at right away
   * @param shown gets the certificates that servers show
   */
  static CloseableHttpClient of(
      DavSettings settings, boolean encrypted, Consumer<List<X509Certificate>> shown) {
    HttpClientBuilder http =
        HttpClients.custom()
            .setConnectionManager(
                manager(
                    settings,
                    encrypted
                        ? Trust.strategy(settings.tls(), shown)
                        : Trust.strategyOnDemand(settings.tls(), shown)))
            .setUserAgent(settings.userAgent())
            .setDefaultRequestConfig(requests(settings, settings.silenceTimeout()))
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableDefaultUserAgent();
    switch (settings.proxy()) {
      case ProxySettings.None none -> http.setRoutePlanner(new DefaultRoutePlanner(null));
      // the sockets themselves go through it
      case ProxySettings.Socks socks -> http.setRoutePlanner(new DefaultRoutePlanner(null));
      case ProxySettings.Chosen(var selector, var logins) -> {
        http.setRoutePlanner(new RememberedRoutes(new SystemDefaultRoutePlanner(selector)));
        signIn(http, logins);
      }
      case ProxySettings.Http(String host, int port, var login) -> {
        http.setRoutePlanner(new DefaultProxyRoutePlanner(new HttpHost("http", host, port)));
        signIn(http, login == null ? List.of() : List.of(login));
      }
    }
    return http.build();
  }

  /** How requests are made to a server that may be silent for so long. */
  static RequestConfig requests(DavSettings settings, Duration silence) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(settings.answerTimeout()))
        .setResponseTimeout(Timeout.of(silence))
        .setExpectContinueEnabled(false)
        .setRedirectsEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static void signIn(HttpClientBuilder http, List<ProxySettings.Login> logins) {
    BasicCredentialsProvider known = new BasicCredentialsProvider();
    for (ProxySettings.Login login : logins) {
      known.setCredentials(
          new AuthScope(login.host(), login.port()),
          new UsernamePasswordCredentials(login.user(), login.password().toCharArray()));
    }
    http.setDefaultCredentialsProvider(known);
  }

  private static PoolingHttpClientConnectionManager manager(
      DavSettings settings, TlsSocketStrategy tls) {
    int connections = settings.parallel() + 2;
    Http1Config http1 =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_HEADER)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();
    PoolingHttpClientConnectionManagerBuilder manager =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(http1)
                    .responseParserFactory(
                        new DefaultHttpResponseParserFactory(http1, HeaderLines.INSTANCE, null))
                    .build())
            .setTlsSocketStrategy(tls)
            .setMaxConnTotal(connections)
            .setMaxConnPerRoute(connections)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                    .setSocketTimeout(Timeout.of(settings.silenceTimeout()))
                    // SOGo closes connections without saying so: look before each use.
                    .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                    .build());
    if (settings.proxy() instanceof ProxySettings.Socks(String host, int port)) {
      manager.setDnsResolver(Unresolved.INSTANCE);
      manager.setDefaultSocketConfig(
          SocketConfig.custom()
              .setSocksProxyAddress(InetSocketAddress.createUnresolved(host, port))
              .build());
    }
    return manager.build();
  }

  /** Leaves names to the proxy: it may know hosts that we do not, and they are nobody else's. */
  private enum Unresolved implements DnsResolver {
    INSTANCE;

    @Override
    public List<InetSocketAddress> resolve(String host, int port) {
      return List.of(InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
