package org.tandemsync.distribution;

import java.util.Optional;
import org.tandemsync.services.CannotRun;
import org.tandemsync.services.desktop.Registry;
import org.tandemsync.windows.RegistryTexts;

/** The registry of this machine. */
final class WindowsRegistry implements Registry {

  @Override
  public Optional<String> text(Root root, String key, String name) {
    try {
      return switch (root) {
        case CURRENT_USER -> new RegistryTexts().ofUser(key, name);
        case CLASSES -> new RegistryTexts().ofClasses(key, name);
      };
    } catch (RegistryTexts.RefusedException e) {
      throw new CannotRun("Windows does not show its registry: " + e.getMessage(), e);
    }
  }

  @Override
  public void set(String key, String name, String text) {
    try {
      new RegistryTexts().set(key, name, text);
    } catch (RegistryTexts.RefusedException e) {
      throw refused(e);
    }
  }

  @Override
  public void remove(String key, String name) {
    try {
      new RegistryTexts().remove(key, name);
    } catch (RegistryTexts.RefusedException e) {
      throw refused(e);
    }
  }

  private static CannotRun refused(RegistryTexts.RefusedException e) {
    return new CannotRun("Windows refuses the change, nothing was changed. " + e.getMessage(), e);
  }
}
