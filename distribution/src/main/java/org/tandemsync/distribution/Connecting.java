package org.tandemsync.distribution;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tandemsync.dav.client.Certificates;
import org.tandemsync.dav.client.DavSettings;
import org.tandemsync.dav.client.EnvironmentProxies;
import org.tandemsync.dav.client.OwnCertificate;
import org.tandemsync.dav.client.ProxySettings;
import org.tandemsync.dav.client.TlsSettings;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.configuration.Connection;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.SecretSource;

/**
 * Turns what an account says about its connection into settings of the client: reads certificates
 * and their passwords, looks up what was accepted with {@code tandem trust}.
 *
 * @param trusted asked for only where a server is encrypted
 */
record Connecting(
    Secrets secrets,
    InstantSource clock,
    Map<String, String> environment,
    Supplier<TrustedCertificates> trusted) {
  private static final long LARGEST_FILE = 1 << 20;

  Connecting(Secrets secrets, Surroundings surroundings, Supplier<TrustedCertificates> trusted) {
    this(secrets, surroundings.clock(), surroundings.environment(), trusted);
  }

  DavSettings settings(Endpoint.Dav at) {
    Connection connection = at.access().connection();
    Connection.Timeouts wait = connection.timeouts();
    DavSettings settings =
        DavSettings.usual(clock)
            .withTimeouts(wait.connect(), wait.silence(), wait.answer())
            .withProxy(proxy(connection.proxy(), at.url()));
    if (at.url().getScheme().equals("https")) {
      settings = settings.withTls(tls(connection.tls()).withPin(pin(at)));
    }
    return connection.keepAlive() ? settings : settings.withoutKeepAlive();
  }

  /** As an untouched system would see the server: nothing that was accepted counts. */
  DavSettings unpinned(Endpoint.Dav at) {
    return settings(new Endpoint.Dav(at.url(), at.access()))
        .withTls(tls(at.access().connection().tls()));
  }

  /** What the account says, else what was accepted for the server; empty if neither. */
  private String pin(Endpoint.Dav at) {
    String own = at.access().connection().tls().pin();
    return own.isEmpty()
        ? trusted.get().at(at.origin()).map(TrustedCertificates.Accepted::fingerprint).orElse("")
        : own;
  }

  private TlsSettings tls(Connection.Tls tls) {
    TlsSettings settings = TlsSettings.SYSTEM;
    Path authorities = tls.authorities();
    if (authorities != null) {
      try {
        settings = settings.withAuthorities(Certificates.ofPem(text(authorities)));
      } catch (IllegalArgumentException e) {
        throw unusable(authorities, e);
      }
    }
    Connection.OwnCertificate own = tls.certificate();
    if (own != null) {
      settings = settings.withOwn(certificate(own));
    }
    return tls.onlyTls13() ? settings.withLeast(TlsSettings.Version.TLS_1_3) : settings;
  }

  private OwnCertificate certificate(Connection.OwnCertificate own) {
    return switch (own) {
      case Connection.OwnCertificate.InFile in -> certificate(in);
      case Connection.OwnCertificate.InWindows(String which) -> {
        try {
          yield OwnCertificate.ofWindows(which, clock.instant());
        } catch (IllegalArgumentException e) {
          throw new CannotRun(
              "The certificate of the account cannot be used: "
                  + e.getMessage()
                  + ". Next step: certmgr.msc shows those of Windows (under Personal); or name a"
                  + " file: certificate = { file = \"me.p12\" }",
              e);
        }
      }
    };
  }

  private OwnCertificate certificate(Connection.OwnCertificate.InFile own) {
    byte[] content = bytes(own.file());
    String pem = new String(content, StandardCharsets.ISO_8859_1);
    try {
      if (pem.contains("-----BEGIN ")) {
        String key = own.key() == null ? "" : "\n" + text(own.key());
        return OwnCertificate.ofPem(pem + key, password(own));
      }
      return OwnCertificate.ofPkcs12(content, password(own).orElse(new char[0]));
    } catch (IllegalArgumentException e) {
      throw unusable(own.file(), e);
    }
  }

  private Optional<char[]> password(Connection.OwnCertificate.InFile own) {
    SecretSource source = own.password();
    return source == null
        ? Optional.empty()
        : Optional.of(secrets.read(source, "certificate " + own.file()).reveal().toCharArray());
  }

  private ProxySettings proxy(Connection.Proxy proxy, URI server) {
    return switch (proxy) {
      case Connection.Proxy.None none -> ProxySettings.NONE;
      case Connection.Proxy.OfSystem system -> systems(server);
      case Connection.Proxy.Manual m when m.socks() -> new ProxySettings.Socks(m.host(), m.port());
      case Connection.Proxy.Manual m -> new ProxySettings.Http(m.host(), m.port(), login(m));
    };
  }

  private ProxySettings systems(URI server) {
    try {
      return EnvironmentProxies.or(environment, ProxySelector.getDefault(), server);
    } catch (IllegalArgumentException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private ProxySettings.@Nullable Login login(Connection.Proxy.Manual proxy) {
    if (proxy.user().isEmpty()) {
      return null;
    }
    SecretSource source = proxy.password() == null ? new SecretSource.Prompt() : proxy.password();
    String purpose = proxy.user() + " at the proxy " + proxy.host() + ":" + proxy.port();
    String password = secrets.read(source, purpose).reveal();
    return new ProxySettings.Login(proxy.host(), proxy.port(), proxy.user(), password);
  }

  private static String text(Path file) {
    return new String(bytes(file), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > LARGEST_FILE) {
        throw new CannotRun(file + " is too large for certificates.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CannotRun(
          "The certificates in "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "). Next step: check the name of the file and its permissions.",
          e);
    }
  }

  private static CannotRun unusable(Path file, IllegalArgumentException e) {
    return new CannotRun(
        file + " cannot be used: " + e.getMessage() + ". Next step: check the file.", e);
  }
}
