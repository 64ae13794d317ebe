package org.tandemsync.windows;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEY;
import java.util.Optional;

/** Texts in the registry. */
public final class RegistryTexts {

  /** Windows refuses; the message is its own. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String key, Win32Exception cause) {
      super(key + ": " + cause.getMessage(), cause);
    }
  }

  /** A value of HKEY_CURRENT_USER; empty if there is none, or if it is no text. */
  public Optional<String> ofUser(String key, String name) throws RefusedException {
    return text(WinReg.HKEY_CURRENT_USER, key, name);
  }

  /** The same of HKEY_CLASSES_ROOT. */
  public Optional<String> ofClasses(String key, String name) throws RefusedException {
    return text(WinReg.HKEY_CLASSES_ROOT, key, name);
  }

  private static Optional<String> text(HKEY root, String key, String name) throws RefusedException {
    try {
      return Advapi32Util.registryKeyExists(root, key)
              && Advapi32Util.registryValueExists(root, key, name)
              && Advapi32Util.registryGetValue(root, key, name) instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    } catch (Win32Exception e) {
      throw new RefusedException(key, e);
    }
  }

  /** Sets a value of HKEY_CURRENT_USER; keys that are missing are made. */
  public void set(String key, String name, String text) throws RefusedException {
    try {
      boolean _ = Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, key);
      Advapi32Util.registrySetStringValue(WinReg.HKEY_CURRENT_USER, key, name, text);
    } catch (Win32Exception e) {
      throw new RefusedException(key, e);
    }
  }

  /** Removes a value of HKEY_CURRENT_USER. */
  public void remove(String key, String name) throws RefusedException {
    try {
      if (Advapi32Util.registryKeyExists(WinReg.HKEY_CURRENT_USER, key)
          && Advapi32Util.registryValueExists(WinReg.HKEY_CURRENT_USER, key, name)) {
        Advapi32Util.registryDeleteValue(WinReg.HKEY_CURRENT_USER, key, name);
      }
    } catch (Win32Exception e) {
      throw new RefusedException(key, e);
    }
  }
}
