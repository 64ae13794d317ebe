package org.tandemsync.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tandemsync.cli.Application;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.cli.Invocation;
import org.tandemsync.cli.Protection;
import org.tandemsync.dav.client.Credentials;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;
import org.tandemsync.services.desktop.LaunchAgent;
import org.tandemsync.services.desktop.LogonStart;
import org.tandemsync.services.desktop.Registry;
import org.tandemsync.services.desktop.RunKey;
import org.tandemsync.services.desktop.SystemdUnit;

/** Puts the parts of Tandem together. */
public final class Wiring implements Composition {
  /** sd_booted(3). */
  private static final Path BOOTED_BY_SYSTEMD = Path.of("/run/systemd/system");

  private final Desktop.Access desktop;
  private final Optional<Credentials.Handshakes> integrated;

  /**
   * On a machine.
   *
   * @param system its operating system, as {@code os.name} tells it
   */
  public Wiring(String system) {
    // What only Windows has is named in a class of its own: elsewhere that is never loaded.
    this(
        isWindows(system)
            ? surroundings -> WindowsDesktop.in(surroundings)
            : _ -> new NoDesktop(system),
        isWindows(system) ? Optional.of(new WindowsHandshakes()) : Optional.empty());
  }

  Wiring(Desktop.Access desktop) {
    this(desktop, Optional.empty());
  }

  private Wiring(Desktop.Access desktop, Optional<Credentials.Handshakes> integrated) {
    this.desktop = desktop;
    this.integrated = integrated;
  }

  private static boolean isWindows(String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  @Override
  public Application open(Path home, Secrets secrets, Surroundings surroundings, boolean verbose) {
    Logging.to(home, verbose);
    return new WiredApplication(home, secrets, surroundings, desktop, integrated);
  }

  @Override
  public Protection protection(String system) {
    return isWindows(system) ? new WindowsProtection() : Composition.super.protection(system);
  }

  @Override
  public Registry registry(String system) {
    return isWindows(system) ? new WindowsRegistry() : Composition.super.registry(system);
  }

  @Override
  public LogonStart logonStart(Invocation invocation) {
    String system = invocation.system().toLowerCase(Locale.ROOT);
    if (isWindows(system)) {
      return new RunKey(registry(system));
    }
    if (system.startsWith("mac")) {
      return new LaunchAgent(invocation.userHome());
    }
    if (!Files.isDirectory(BOOTED_BY_SYSTEMD)) {
      return Composition.super.logonStart(invocation);
    }
    String config = invocation.environment().getOrDefault("XDG_CONFIG_HOME", "");
    return new SystemdUnit(
        config.startsWith("/") ? Path.of(config) : invocation.userHome().resolve(".config"));
  }

  @Override
  public Optional<Path> launcher(String system) {
    return Launcher.of(Wiring.class, system);
  }

  @Override
  public DemoWorld startDemo(Path folder, Surroundings surroundings) {
    return new SampleWorld(folder, surroundings);
  }
}
