package org.tandemsync.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemsync.cli.terminal.Table;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.ExitStatus;
import org.tandemsync.services.ServerTrust;
import org.tandemsync.services.TrustedCertificates;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem trust}. */
@Command(
    name = "trust",
    description = {
      "Show the certificate of a server, and trust it after a yes.",
      "Then this certificate is trusted at this server, and no other one there. What is"
          + " configured in an account (tls = { pin = ... }) goes before."
    },
    footer = {
      "",
      "Examples:",
      "  tandem trust https://nas.local:5006/",
      "  tandem trust office                            (the server of an account)",
      "  tandem trust nas.local --fingerprint AB:CD:... (for scripts: must be the one shown)",
      "  tandem trust --list",
      "  tandem trust nas.local --forget                (back to what the system trusts)"
    })
final class TrustCommand extends TandemSubcommand {

  @Parameters(
      paramLabel = "SERVER",
      arity = "0..1",
      description = "Address of a server, or name of a stored account.")
  private @Nullable String server;

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256",
      description = "Trust the certificate if it has this fingerprint, without asking.")
  private @Nullable String fingerprint;

  @Option(names = "--list", description = "List the certificates that are trusted so.")
  private boolean list;

  @Option(names = "--forget", description = "Trust what the system trusts again.")
  private boolean forget;

  @Override
  ExitStatus run(Session session) {
    TrustedCertificates trusted = session.application().trusted();
    if (list) {
      return list(trusted, session);
    }
    if (server == null) {
      throw new CannotRun("Which server? Next step: give its address, or the name of an account.");
    }
    String wanted = fingerprint == null ? "" : normalized(fingerprint);
    Endpoint.Dav at = endpoint(server, session);
    if (forget) {
      boolean there = trusted.forget(at.origin());
      session.say(
          there ? "Forgotten: " + at.origin() : "Nothing was accepted for " + at.origin() + ".");
      return ExitStatus.DONE;
    }
    ServerTrust.Shown shown = session.application().serverTrust().look(at);
    Optional<String> before =
        trusted.at(at.origin()).map(TrustedCertificates.Accepted::fingerprint);
    if (session.json()) {
      session.print(json(at, shown, before));
    } else {
      show(at, shown, before, session);
    }
    return accept(at, shown, before, wanted, session);
  }

  private ExitStatus accept(
      Endpoint.Dav at,
      ServerTrust.Shown shown,
      Optional<String> before,
      String wanted,
      Session session) {
    String own = shown.own().fingerprint();
    if (!wanted.isEmpty() && !wanted.equals(own)) {
      throw new CannotRun(
          "The server shows "
              + own
              + ", not "
              + wanted
              + ". Nothing was accepted. Next step: ask its administrator which one is right.");
    }
    if (wanted.isEmpty() && before.equals(Optional.of(own))) {
      session.remark("It is the one that was accepted.");
      return ExitStatus.DONE;
    }
    if (wanted.isEmpty() && shown.refused().isEmpty() && before.isEmpty()) {
      session.remark("The system trusts it: there is nothing to do.");
      return ExitStatus.DONE;
    }
    if (wanted.isEmpty() && !saysYes(session)) {
      session.remark("Nothing was accepted.");
      return ExitStatus.ATTENTION;
    }
    session
        .application()
        .trusted()
        .accept(
            new TrustedCertificates.Accepted(
                at.origin(),
                own,
                shown.own().subject(),
                session.invocation().surroundings().clock().instant()));
    session.remark(
        "Trusted at "
            + at.origin()
            + " from now on, and no other one there. In a configuration file: tls = { pin = \""
            + own
            + "\" }");
    return ExitStatus.DONE;
  }

  private static boolean saysYes(Session session) {
    Terminal.Keyboard keyboard = session.terminal().keyboard();
    if (keyboard == null) {
      throw new CannotRun(
          "Nobody is here to say whether this is the right certificate. Nothing was accepted. Next"
              + " step: compare the fingerprint and give it with --fingerprint.");
    }
    session.terminal().out().flush();
    String answer =
        keyboard.line("Is this the fingerprint that its administrator told you? Type yes or no: ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
  }

  private static Endpoint.Dav endpoint(String typed, Session session) {
    Configuration stored = session.application().profiles().configuration();
    boolean plainHost = stored.account(typed).isEmpty() && !typed.contains("://");
    try {
      return (Endpoint.Dav)
          session.endpoints(stored).parse("dav:" + (plainHost ? "https://" : "") + typed);
    } catch (IllegalArgumentException e) {
      throw new CannotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private static String normalized(String typed) {
    String digits = typed.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    if (!digits.matches("[0-9A-F]{64}")) {
      throw new CannotRun(
          "--fingerprint has to be SHA-256: 64 hex digits, with or without colons. Next step: ask"
              + " for that one (openssl x509 -noout -fingerprint -sha256).");
    }
    return digits.replaceAll("(..)(?=.)", "$1:");
  }

  private static void show(
      Endpoint.Dav at, ServerTrust.Shown shown, Optional<String> before, Session session) {
    session.say(at.origin() + " shows:");
    for (ServerTrust.Certificate certificate : shown.chain()) {
      boolean own = certificate.equals(shown.own());
      session.say((own ? "  certificate of " : "  issued by      ") + certificate.subject());
      if (own && !certificate.names().isEmpty()) {
        session.say("    for          " + String.join(", ", certificate.names()));
      }
      session.say("    issued by    " + certificate.issuer());
      session.say(
          "    valid        " + day(certificate.from()) + " to " + day(certificate.until()));
      session.say("    SHA-256      " + certificate.fingerprint());
    }
    if (!shown.refused().isEmpty()) {
      session.say("  The system does not trust it: " + shown.refused());
    }
    before
        .filter(b -> !b.equals(shown.own().fingerprint()))
        .ifPresent(b -> session.say("  Accepted was another one: SHA-256 " + b));
  }

  private static LocalDate day(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static JsonLine json(Endpoint.Dav at, ServerTrust.Shown shown, Optional<String> before) {
    ServerTrust.Certificate own = shown.own();
    return new JsonLine()
        .text("server", at.origin())
        .text("fingerprint", own.fingerprint())
        .text("subject", own.subject())
        .text("issuer", own.issuer())
        .texts("names", own.names())
        .text("from", own.from().toString())
        .text("until", own.until().toString())
        .texts("chain", shown.chain().stream().map(ServerTrust.Certificate::fingerprint).toList())
        .text("refused", shown.refused())
        .text("accepted", before.orElse(""));
  }

  private static ExitStatus list(TrustedCertificates trusted, Session session) {
    List<TrustedCertificates.Accepted> all = trusted.all();
    if (session.json()) {
      for (TrustedCertificates.Accepted one : all) {
        session.print(
            new JsonLine()
                .text("server", one.origin())
                .text("fingerprint", one.fingerprint())
                .text("subject", one.subject())
                .text("at", one.at().toString()));
      }
      return ExitStatus.DONE;
    }
    if (all.isEmpty()) {
      session.say("No certificate was accepted: what the system trusts is trusted.");
      return ExitStatus.DONE;
    }
    try (Table table =
        new Table(session.terminal(), "", "server", "certificate of", "since", "sha-256")) {
      all.forEach(
          one ->
              table.row(one.origin(), one.subject(), day(one.at()).toString(), one.fingerprint()));
    }
    return ExitStatus.DONE;
  }
}
