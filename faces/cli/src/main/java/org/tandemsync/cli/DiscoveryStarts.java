package org.tandemsync.cli;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.ServerPreset;

/**
 * Where to look for what somebody typed: an address of a server, a host, a mail address, or a
 * preset. A mail address leads to hosts by presets and DNS. A host of another domain that only DNS
 * names gets no password before a person says so: nothing proves what DNS says.
 */
record DiscoveryStarts(Session session) {

  /** The addresses of a preset on a host. */
  Set<URI> ofPreset(String name, @Nullable String host, String user) {
    ServerPreset preset =
        ServerPreset.named(name)
            .orElseThrow(
                () ->
                    new CannotRun(
                        "There is no preset '"
                            + name
                            + "'. There are: "
                            + ServerPreset.all().stream()
                                .map(ServerPreset::name)
                                .collect(Collectors.joining(", "))));
    if (preset.needsHost() && host == null) {
      throw new CannotRun(
          "'" + name + "' runs on many hosts. Next step: name yours before --preset.");
    }
    remark(preset);
    try {
      return preset.addresses(host == null ? "" : host(host), user);
    } catch (IllegalArgumentException e) {
      throw notAnAddress(String.valueOf(host));
    }
  }

  private static String host(String typed) {
    return typed.contains("://") ? String.valueOf(url(typed).getRawAuthority()) : typed;
  }

  /** The addresses for a mail address. */
  Set<URI> ofMail(String address) {
    String domain =
        IDN.toASCII(address.substring(address.indexOf('@') + 1)).toLowerCase(Locale.ROOT);
    Optional<ServerPreset> preset = ServerPreset.ofDomain(domain);
    if (preset.isPresent()) {
      remark(preset.get());
      return preset.get().addresses(domain, address);
    }
    List<Discovery.Start> named = session.application().discovery().starts(domain);
    Set<URI> starts = new LinkedHashSet<>();
    for (boolean calendars : new boolean[] {true, false}) {
      named.stream()
          .filter(s -> s.calendars() == calendars)
          .findFirst()
          .ifPresent(
              s -> {
                if (!s.ofDomain()) {
                  confirm(s.url(), domain, address);
                }
                starts.add(s.url());
              });
    }
    if (starts.isEmpty()) {
      starts.add(url("https://" + domain + "/"));
    }
    return starts;
  }

  private void remark(ServerPreset preset) {
    if (!preset.hint().isEmpty() && !session.json()) {
      session.remark(preset.name() + ": " + preset.hint());
    }
  }

  private void confirm(URI url, String domain, String address) {
    String says =
        "The DNS of " + domain + " says that its server is " + url + ", on another domain";
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    if (keyboard == null) {
      throw new CannotRun(
          says
              + ". No password was sent there. Next step: if that is right, tandem discover "
              + url
              + " --user "
              + address);
    }
    session.terminal().out().flush();
    String answer = keyboard.line(says + ". Send the password there? Type yes or no: ");
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
      throw new CannotRun("No password was sent.");
    }
  }

  /** "dav.example.org" means https. */
  static URI url(String address) {
    String full = address.contains("://") ? address : "https://" + address;
    try {
      URI url = new URI(full);
      if (url.getHost() != null && (address.contains("://") || url.getUserInfo() == null)) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    throw notAnAddress(address);
  }

  private static CannotRun notAnAddress(String address) {
    return new CannotRun(
        "'"
            + address
            + "' is no address of a server. Next step: give one like https://dav.example.org/");
  }
}
