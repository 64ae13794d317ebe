package org.tandemsync.services.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one account of the configuration file. */
record AccountTable(FilePaths paths) {
  static final Map<String, Access.SignIn> SIGN_INS = signIns();
  private static final Map<String, Boolean> LEAST_TLS = leastTls();
  private static final Pattern WAIT = Pattern.compile("([1-9][0-9]{0,4})([sm])");
  private static final Pattern PROXY =
      Pattern.compile(
          "(?i)(http|socks5?h?)://(\\[[0-9a-f:.]+\\]|[^:/@\\s\\[\\]]+)(?::([0-9]{1,5}))?/?");

  private static Map<String, Access.SignIn> signIns() {
    Map<String, Access.SignIn> words = new LinkedHashMap<>();
    Stream.of(Access.SignIn.values()).forEach(s -> words.put(s.word(), s));
    return words;
  }

  private static Map<String, Boolean> leastTls() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("1.2", false);
    words.put("1.3", true);
    return words;
  }

  Optional<Account> read(String name, TomlMembers m) {
    m.allow(
        "url",
        "user",
        "password",
        "token",
        "sign-in",
        "password-in-clear-text",
        "tls",
        "proxy",
        "keep-alive",
        "timeouts",
        "own-addresses");
    Optional<ServerUrl> url = m.neededText("url").flatMap(t -> m.text("url", ServerUrl::parse));
    String user = m.text("user").orElse(url.flatMap(u -> Optional.ofNullable(u.user())).orElse(""));
    boolean token = m.has("token");
    Access.SignIn signIn =
        m.word("sign-in", SIGN_INS).orElse(token ? Access.SignIn.BEARER : Access.SignIn.BASIC);
    Optional<SecretSource> secret = new SecretTable(paths).read(m, token ? "token" : "password");
    Connection connection = connection(m);
    Set<String> own = new LinkedHashSet<>();
    m.texts("own-addresses").keySet().forEach(a -> own.add(a.toLowerCase(Locale.ROOT)));
    if (!fits(name, m, user, signIn)
        || url.isEmpty()
        || (signIn == Access.SignIn.BEARER && secret.isEmpty())) {
      return Optional.empty();
    }
    URI at = url.get().url();
    return Optional.of(
        new Account(name, at, new Access(user, secret.orElse(null), signIn, connection), own));
  }

  /** Whether what is said about signing in goes together. */
  private static boolean fits(String name, TomlMembers m, String user, Access.SignIn signIn) {
    if (m.has("token") && (m.has("password") || signIn != Access.SignIn.BEARER)) {
      m.fault("token", "'token' is for sign-in = \"bearer\", without 'password'");
      return false;
    }
    if (signIn == Access.SignIn.BEARER && !m.has("token")) {
      m.fault("sign-in", "sign-in = \"bearer\" needs a 'token': { command = [...] } for instance");
      return false;
    }
    if (m.has("password") && user.isEmpty()) {
      m.fault("password", "account '" + name + "' has a password but no 'user'");
      return false;
    }
    if (signIn == Access.SignIn.DIGEST && user.isEmpty()) {
      m.fault("sign-in", "sign-in = \"digest\" needs a 'user'");
      return false;
    }
    return true;
  }

  private Connection connection(TomlMembers m) {
    return new Connection(
        m.has("tls")
            ? m.members("tls", "tls").map(this::tls).orElse(Connection.Tls.USUAL)
            : Connection.Tls.USUAL,
        proxy(m),
        m.flag("password-in-clear-text", false),
        m.flag("keep-alive", true),
        m.has("timeouts")
            ? m.members("timeouts", "timeouts")
                .map(AccountTable::timeouts)
                .orElse(Connection.Timeouts.USUAL)
            : Connection.Timeouts.USUAL);
  }

  private Connection.Tls tls(TomlMembers m) {
    m.allow("pin", "authorities", "certificate", "least");
    return new Connection.Tls(
        m.text("pin", AccountTable::fingerprint).orElse(""),
        m.text("authorities", paths::resolve).orElse(null),
        m.has("certificate")
            ? m.members("certificate", "certificate").flatMap(this::certificate).orElse(null)
            : null,
        m.word("least", LEAST_TLS).orElse(false));
  }

  private static String fingerprint(String text) {
    String digits = text.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    if (!digits.matches("[0-9A-F]{64}")) {
      throw new IllegalArgumentException(
          "a SHA-256 fingerprint has 64 hex digits; `tandem trust` shows the server's");
    }
    return digits.replaceAll("(..)(?=.)", "$1:");
  }

  private Optional<Connection.OwnCertificate> certificate(TomlMembers m) {
    if (m.has("windows")) {
      m.allow("windows");
      return m.neededText("windows").map(Connection.OwnCertificate.InWindows::new);
    }
    m.allow("file", "key", "password");
    Optional<SecretSource> password = ownSecret(m);
    if (m.neededText("file").isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> key = m.text("key", paths::resolve);
    return m.text("file", paths::resolve)
        .map(f -> new Connection.OwnCertificate.InFile(f, key.orElse(null), password.orElse(null)));
  }

  /** What belongs to a certificate or proxy is no account's. */
  private Optional<SecretSource> ownSecret(TomlMembers m) {
    Optional<SecretSource> password = new SecretTable(paths).read(m, "password");
    if (password.orElse(null) instanceof SecretSource.OtherAccount) {
      m.fault("password", "{ account = ... } is for the password of an account only");
      return Optional.empty();
    }
    return password;
  }

  private Connection.Proxy proxy(TomlMembers m) {
    if (!m.has("proxy")) {
      return new Connection.Proxy.OfSystem();
    }
    if (m.holdsText("proxy")) {
      Map<String, Connection.Proxy> words = new LinkedHashMap<>();
      words.put("system", new Connection.Proxy.OfSystem());
      words.put("none", new Connection.Proxy.None());
      return m.word("proxy", words).orElse(new Connection.Proxy.OfSystem());
    }
    return m.members("proxy", "proxy")
        .flatMap(this::manual)
        .orElse(new Connection.Proxy.OfSystem());
  }

  private Optional<Connection.Proxy> manual(TomlMembers m) {
    m.allow("url", "user", "password");
    Optional<String> url = m.neededText("url");
    String user = m.text("user").orElse("");
    Optional<SecretSource> password = ownSecret(m);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = PROXY.matcher(url.get());
    int port = parts.matches() && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 0;
    if (!parts.matches() || port > 65_535) {
      m.fault("url", "the address of a proxy is http://HOST:PORT or socks5://HOST:PORT");
      return Optional.empty();
    }
    boolean socks = !parts.group(1).equalsIgnoreCase("http");
    if (socks && !user.isEmpty()) {
      m.fault("user", "a SOCKS proxy with a password cannot be used; name an HTTP proxy");
      return Optional.empty();
    }
    if (m.has("password") && user.isEmpty()) {
      m.fault("password", "the proxy has a password but no 'user'");
      return Optional.empty();
    }
    int usual = socks ? 1080 : 3128;
    return Optional.of(
        new Connection.Proxy.Manual(
            socks, parts.group(2), port == 0 ? usual : port, user, password.orElse(null)));
  }

  private static Connection.Timeouts timeouts(TomlMembers m) {
    m.allow("connect", "silence", "answer");
    Connection.Timeouts usual = Connection.Timeouts.USUAL;
    return new Connection.Timeouts(
        m.text("connect", AccountTable::wait).orElse(usual.connect()),
        m.text("silence", AccountTable::wait).orElse(usual.silence()),
        m.text("answer", AccountTable::wait).orElse(usual.answer()));
  }

  private static Duration wait(String text) {
    Matcher m = WAIT.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("write it like \"30s\" or \"5m\"");
    }
    long n = Long.parseLong(m.group(1));
    return m.group(2).equals("m") ? Duration.ofMinutes(n) : Duration.ofSeconds(n);
  }

  /** As the configuration file has it. */
  static String written(Duration wait) {
    return wait.toSecondsPart() == 0 ? wait.toMinutes() + "m" : wait.toSeconds() + "s";
  }

  /** Faults of references between accounts. */
  static void checkReferences(
      List<Account> accounts, Set<String> names, Map<String, TomlMembers> tables) {
    for (Account account : accounts) {
      TomlMembers m = tables.get(account.name());
      if (m != null
          && account.access().password() instanceof SecretSource.OtherAccount(var other)) {
        String key = m.has("token") ? "token" : "password";
        if (!names.contains(other)) {
          m.fault(key, "there is no account '" + other + "'; " + Spelling.hint(other, names));
        } else if (accounts.stream()
            .anyMatch(a -> a.name().equals(other) && !isKept(a.access().password()))) {
          m.fault(key, "account '" + other + "' does not say itself where its password is kept");
        }
      }
    }
  }

  private static boolean isKept(@Nullable SecretSource source) {
    return source != null && !(source instanceof SecretSource.OtherAccount);
  }
}
