package org.tandemsync.services.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Writes an account as TOML; what is usual is left out. */
final class AccountText {
  private AccountText() {}

  /** Key and value of each line, in order. */
  static Map<String, String> lines(Account account) {
    Map<String, String> lines = new LinkedHashMap<>();
    Access access = account.access();
    lines.put("url", quoted(account.url().toString()));
    if (!access.user().isEmpty()) {
      lines.put("user", quoted(access.user()));
    }
    boolean token = access.signIn() == Access.SignIn.BEARER;
    if (access.password() != null) {
      lines.put(token ? "token" : "password", secret(access.password()));
    }
    switch (access.signIn()) {
      case DIGEST, NEGOTIATE -> lines.put("sign-in", quoted(access.signIn().word()));
      case BASIC, BEARER -> {}
    }
    connection(access.connection(), lines);
    if (!account.ownAddresses().isEmpty()) {
      lines.put("own-addresses", list(new TreeSet<>(account.ownAddresses())));
    }
    return lines;
  }

  private static void connection(Connection connection, Map<String, String> lines) {
    if (connection.passwordInClearText()) {
      lines.put("password-in-clear-text", "true");
    }
    if (!connection.tls().equals(Connection.Tls.USUAL)) {
      lines.put("tls", tls(connection.tls()));
    }
    switch (connection.proxy()) {
      case Connection.Proxy.OfSystem system -> {}
      case Connection.Proxy.None none -> lines.put("proxy", quoted("none"));
      case Connection.Proxy.Manual manual -> lines.put("proxy", manual(manual));
    }
    if (!connection.keepAlive()) {
      lines.put("keep-alive", "false");
    }
    Connection.Timeouts wait = connection.timeouts();
    Connection.Timeouts usual = Connection.Timeouts.USUAL;
    Map<String, String> waits = new LinkedHashMap<>();
    if (!wait.connect().equals(usual.connect())) {
      waits.put("connect", quoted(AccountTable.written(wait.connect())));
    }
    if (!wait.silence().equals(usual.silence())) {
      waits.put("silence", quoted(AccountTable.written(wait.silence())));
    }
    if (!wait.answer().equals(usual.answer())) {
      waits.put("answer", quoted(AccountTable.written(wait.answer())));
    }
    if (!waits.isEmpty()) {
      lines.put("timeouts", table(waits));
    }
  }

  private static String tls(Connection.Tls tls) {
    Map<String, String> parts = new LinkedHashMap<>();
    if (!tls.pin().isEmpty()) {
      parts.put("pin", quoted(tls.pin()));
    }
    if (tls.authorities() != null) {
      parts.put("authorities", quoted(tls.authorities().toString()));
    }
    if (tls.certificate() != null) {
      parts.put("certificate", certificate(tls.certificate()));
    }
    if (tls.onlyTls13()) {
      parts.put("least", quoted("1.3"));
    }
    return table(parts);
  }

  private static String certificate(Connection.OwnCertificate own) {
    Map<String, String> parts = new LinkedHashMap<>();
    switch (own) {
      case Connection.OwnCertificate.InFile(Path file, var key, var password) -> {
        parts.put("file", quoted(file.toString()));
        if (key != null) {
          parts.put("key", quoted(key.toString()));
        }
        if (password != null) {
          parts.put("password", secret(password));
        }
      }
      case Connection.OwnCertificate.InWindows(String which) -> parts.put("windows", quoted(which));
    }
    return table(parts);
  }

  private static String manual(Connection.Proxy.Manual proxy) {
    Map<String, String> parts = new LinkedHashMap<>();
    String scheme = proxy.socks() ? "socks5" : "http";
    parts.put("url", quoted(scheme + "://" + proxy.host() + ":" + proxy.port()));
    if (!proxy.user().isEmpty()) {
      parts.put("user", quoted(proxy.user()));
    }
    if (proxy.password() != null) {
      parts.put("password", secret(proxy.password()));
    }
    return table(parts);
  }

  private static String secret(SecretSource source) {
    return switch (source) {
      case SecretSource.Environment(String variable) -> "{ env = " + quoted(variable) + " }";
      case SecretSource.SecretFile(Path file) -> "{ file = " + quoted(file.toString()) + " }";
      case SecretSource.Protected(Path file) -> "{ dpapi = " + quoted(file.toString()) + " }";
      case SecretSource.Prompt prompt -> "{ prompt = true }";
      case SecretSource.Command(List<String> words) -> "{ command = " + list(words) + " }";
      case SecretSource.OtherAccount(String name) -> "{ account = " + quoted(name) + " }";
    };
  }

  private static String table(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  static String quoted(String value) {
    return "\"" + Toml.tomlEscape(value) + "\"";
  }

  static String list(Iterable<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(v -> quoted.add(quoted(v)));
    return quoted.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}
