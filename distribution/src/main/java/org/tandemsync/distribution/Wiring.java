package org.tandemsync.distribution;

import java.nio.file.Path;
import org.tandemsync.cli.Application;
import org.tandemsync.cli.Composition;
import org.tandemsync.cli.DemoWorld;
import org.tandemsync.cli.Protection;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;

/** Puts the parts of Tandem together. */
public final class Wiring implements Composition {

  @Override
  public Application open(Path home, Secrets secrets, Surroundings surroundings, boolean verbose) {
    Logging.to(home, verbose);
    return new WiredApplication(home, secrets, surroundings);
  }

  @Override
  public Protection protection(String system) {
    return WindowsProtection.possible(system)
        ? new WindowsProtection()
        : Composition.super.protection(system);
  }

  @Override
  public DemoWorld startDemo(Path folder, Surroundings surroundings) {
    return new SampleWorld(folder, surroundings);
  }
}
