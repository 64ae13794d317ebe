package org.tandemsync.services;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Where a provider, or a program that people run themselves, has its CalDAV and CardDAV. Data, in
 * {@code servers.toml}.
 *
 * @param domains of mail addresses that belong to it; empty for a program
 * @param calendars an address with {@code {host}} and {@code {user}} in it
 * @param contacts the same
 * @param hint what people have to know, or empty
 */
public record ServerPreset(
    String name, List<String> domains, String calendars, String contacts, String hint) {

  /** All of them, in the order of the file. */
  public static List<ServerPreset> all() {
    try (InputStream in = ServerPreset.class.getResourceAsStream("servers.toml")) {
      if (in == null) {
        throw new IllegalStateException("servers.toml is missing");
      }
      TomlParseResult toml = Toml.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      TomlArray servers = toml.getArrayOrEmpty("server");
      List<ServerPreset> all = new ArrayList<>();
      for (int i = 0; i < servers.size(); i++) {
        all.add(of(servers.getTable(i)));
      }
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerPreset of(TomlTable table) {
    List<String> domains =
        table.getArrayOrEmpty("domains").toList().stream().map(String::valueOf).toList();
    return new ServerPreset(
        table.getString("name", () -> ""),
        domains,
        table.getString("calendars", () -> ""),
        table.getString("contacts", () -> ""),
        table.getString("hint", () -> ""));
  }

  /** The one whose mail addresses these are. */
  public static Optional<ServerPreset> ofDomain(String domain) {
    String plain = domain.toLowerCase(Locale.ROOT);
    return all().stream().filter(p -> p.domains().contains(plain)).findFirst();
  }

  public static Optional<ServerPreset> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return all().stream().filter(p -> p.name().equals(plain)).findFirst();
  }

  /** Whether it has to be said on which host it runs. */
  public boolean needsHost() {
    return calendars.contains("{host}");
  }

  /**
   * Where to begin: one address or two.
   *
   * @throws IllegalArgumentException if host and user do not give an address
   */
  public Set<URI> addresses(String host, String user) {
    Set<URI> addresses = new LinkedHashSet<>();
    String escaped = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    for (String template : List.of(calendars, contacts)) {
      addresses.add(URI.create(template.replace("{host}", host).replace("{user}", escaped)));
    }
    return addresses;
  }
}
