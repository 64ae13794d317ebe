package org.tandemsync.distribution;

import org.tandemsync.cli.Protection;
import org.tandemsync.services.CannotRun;
import org.tandemsync.windows.UserKey;

/** DPAPI. Only loaded on Windows. */
final class WindowsProtection implements Protection {

  @Override
  public byte[] protect(byte[] plain) {
    return new UserKey().encrypt(plain);
  }

  @Override
  public byte[] reveal(byte[] encrypted) {
    try {
      return new UserKey().decrypt(encrypted);
    } catch (UserKey.WrongKeyException e) {
      throw new CannotRun(
          "Windows cannot decrypt the password: another user has encrypted it, or another machine ("
              + e.getMessage()
              + "). Next step: tandem protect FILE",
          e);
    }
  }
}
