package org.tandemsync.dav.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of the environment variables that most programs know: {@code https_proxy}, {@code
 * http_proxy}, {@code all_proxy}, {@code no_proxy}. HTTP_PROXY in upper case is not one of them: a
 * web server gives it to programs from any request.
 */
public final class EnvironmentProxies extends ProxySelector {
  private final Map<String, Named> proxies;
  private final List<String> without;

  /**
   * What a variable says.
   *
   * @param proxy null if it holds no address of a proxy
   */
  private record Named(String variable, @Nullable URI proxy) {}

  private EnvironmentProxies(Map<String, Named> proxies, List<String> without) {
    this.proxies = proxies;
    this.without = without;
  }

  /**
   * What the environment says, else what the system does.
   *
   * @param system null if it says nothing
   * @param server what is to be reached
   * @throws IllegalArgumentException if the variable for this server holds no address of a proxy;
   *     says which one
   */
  public static ProxySettings or(
      Map<String, String> environment, @Nullable ProxySelector system, URI server) {
    Map<String, Named> proxies = new TreeMap<>();
    for (String scheme : List.of("https", "http")) {
      named(environment, scheme).ifPresent(named -> proxies.put(scheme, named));
    }
    if (proxies.isEmpty()) {
      return system == null ? ProxySettings.NONE : new ProxySettings.Chosen(system, List.of());
    }
    String without = first(environment, "no_proxy", "NO_PROXY");
    List<ProxySettings.Login> logins = new ArrayList<>();
    proxies.values().forEach(named -> login(named.proxy).ifPresent(logins::add));
    EnvironmentProxies selector =
        new EnvironmentProxies(
            proxies, List.of(without.toLowerCase(Locale.ROOT).strip().split("[\\s,]+")));
    selector.select(server); // better said now than in the middle of a run
    return new ProxySettings.Chosen(selector, logins);
  }

  private static Optional<Named> named(Map<String, String> environment, String scheme) {
    List<String> names = new ArrayList<>(List.of(scheme + "_proxy"));
    if (scheme.equals("https")) {
      names.add("HTTPS_PROXY");
    }
    names.addAll(List.of("all_proxy", "ALL_PROXY"));
    for (String name : names) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(new Named(name, address(value)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable URI address(String value) {
    try {
      URI uri = URI.create(value.contains("://") ? value : "http://" + value);
      boolean plain = uri.getHost() != null && uri.getScheme().equalsIgnoreCase("http");
      return plain ? uri : null;
    } catch (IllegalArgumentException notOne) {
      return null; // the value may have a password in it: it is not shown
    }
  }

  private static Optional<ProxySettings.Login> login(@Nullable URI proxy) {
    String info = proxy == null ? null : proxy.getRawUserInfo();
    if (proxy == null || info == null) {
      return Optional.empty();
    }
    int colon = info.indexOf(':');
    String user = colon < 0 ? info : info.substring(0, colon);
    String password = colon < 0 ? "" : info.substring(colon + 1);
    return Optional.of(
        new ProxySettings.Login(proxy.getHost(), port(proxy), decoded(user), decoded(password)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      if (environment.containsKey(name)) {
        return environment.get(name);
      }
    }
    return "";
  }

  private static int port(URI proxy) {
    return proxy.getPort() >= 0 ? proxy.getPort() : 80;
  }

  /**
   * @throws IllegalArgumentException if this address is reached through a proxy and the variable
   *     holds none
   */
  @Override
  public List<Proxy> select(URI uri) {
    Named named = proxies.get(uri.getScheme().toLowerCase(Locale.ROOT));
    if (named == null || uri.getHost() == null || isExcepted(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    URI proxy = named.proxy;
    if (proxy == null) {
      throw new IllegalArgumentException(
          "the environment variable "
              + named.variable
              + " holds no address of an HTTP proxy, as http://HOST:PORT; an account may name"
              + " another one, or proxy = \"none\"");
    }
    InetSocketAddress address = InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy));
    return List.of(new Proxy(Proxy.Type.HTTP, address));
  }

  private boolean isExcepted(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    String port = ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    return Origin.isThisMachine(host)
        || without.stream()
            .map(
                rule ->
                    rule.endsWith(port) ? rule.substring(0, rule.length() - port.length()) : rule)
            .map(rule -> rule.startsWith("*.") ? rule.substring(1) : rule)
            .filter(rule -> !rule.isEmpty())
            .anyMatch(
                rule ->
                    rule.equals("*")
                        || host.equals(rule)
                        || host.endsWith(rule.startsWith(".") ? rule : "." + rule)
                        || host.equals(rule.replaceFirst("^\\.", "")));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // said where it is noticed
  }
}
