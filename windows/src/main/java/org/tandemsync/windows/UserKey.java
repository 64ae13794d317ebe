package org.tandemsync.windows;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;

/**
 * Encrypts for the user who is logged on (DPAPI: CryptProtectData); nobody else on this machine,
 * and nobody on another one, can decrypt it.
 */
public final class UserKey {
  private static final byte[] NOT_FOR_OTHERS = {'t', 'a', 'n', 'd', 'e', 'm'};

  /** Never asks anybody: there may be nobody to see a dialog. */
  private static final int FLAGS = WinCrypt.CRYPTPROTECT_UI_FORBIDDEN;

  /** It cannot be decrypted: by another user, on another machine, or damaged. */
  public static final class WrongKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongKeyException(Win32Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  public byte[] encrypt(byte[] plain) {
    return Crypt32Util.cryptProtectData(plain, NOT_FOR_OTHERS, FLAGS, "Tandem", null);
  }

  public byte[] decrypt(byte[] encrypted) throws WrongKeyException {
    try {
      return Crypt32Util.cryptUnprotectData(encrypted, NOT_FOR_OTHERS, FLAGS, null);
    } catch (Win32Exception e) {
      throw new WrongKeyException(e);
    }
  }
}
