package org.tandemsync.windows;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows a server who is logged on to Windows (SSPI): a conversation whose tokens Windows makes.
 * Nothing is handed on with which the server could act as that person elsewhere.
 */
public final class SecurityContext implements AutoCloseable {
  /** What Windows says is usual; Kerberos has more for a person in many groups. */
  private static final int USUAL_TOKEN = 12_288;

  private static final int LARGEST_TOKEN = 1 << 20;

  private final Secur32 windows;
  private final String target;
  private final Sspi.CredHandle credentials = new Sspi.CredHandle();
  private Sspi.@Nullable CtxtHandle context;

  /** Windows does not go on. */
  public static final class NoTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    NoTokenException(int code) {
      super(
          switch (code) {
            case W32Errors.SEC_E_NO_CREDENTIALS -> "nobody is logged on to Windows with a password";
            case W32Errors.SEC_E_LOGON_DENIED -> "Windows was refused";
            case W32Errors.SEC_E_NO_AUTHENTICATING_AUTHORITY -> "no domain controller answers";
            case W32Errors.SEC_E_TARGET_UNKNOWN -> "the domain does not know the server";
            case W32Errors.SEC_E_INVALID_TOKEN -> "what the server said makes no sense to Windows";
            case W32Errors.SEC_E_SECPKG_NOT_FOUND -> "this Windows does not know that sort";
            default -> String.format(java.util.Locale.ROOT, "error 0x%08X of Windows", code);
          });
    }
  }

  SecurityContext(Secur32 windows, String packageName, String target) throws NoTokenException {
    this.windows = windows;
    this.target = target;
    check(
        windows.AcquireCredentialsHandle(
            null,
            packageName,
            Sspi.SECPKG_CRED_OUTBOUND,
            null,
            null,
            null,
            null,
            credentials,
            new Sspi.TimeStamp()));
  }

  /**
   * @param packageName {@code Negotiate} or {@code NTLM}
   * @param target the name of the service, {@code HTTP/host}
   */
  public static SecurityContext begin(String packageName, String target) throws NoTokenException {
    return new SecurityContext(Secur32.INSTANCE, packageName, target);
  }

  /**
   * What to say next; nothing if all is said.
   *
   * @param said what the server has said, nothing at the beginning
   */
  public byte[] next(byte[] said) throws NoTokenException {
    for (int size = USUAL_TOKEN; ; size *= 2) {
      Sspi.CtxtHandle before = context;
      Sspi.CtxtHandle after = before == null ? new Sspi.CtxtHandle() : before;
      ManagedSecBufferDesc token = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, size);
      int code =
          windows.InitializeSecurityContext(
              credentials,
              before,
              target,
              Sspi.ISC_REQ_CONNECTION,
              0,
              Sspi.SECURITY_NATIVE_DREP,
              said.length == 0 ? null : new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, said),
              0,
              after,
              token,
              new IntByReference(),
              null);
      boolean tooSmall =
          code == W32Errors.SEC_E_INSUFFICIENT_MEMORY || code == W32Errors.SEC_E_BUFFER_TOO_SMALL;
      if (tooSmall && size < LARGEST_TOKEN) {
        continue;
      }
      check(code);
      context = after;
      if (code == W32Errors.SEC_I_COMPLETE_NEEDED
          || code == W32Errors.SEC_I_COMPLETE_AND_CONTINUE) {
        check(windows.CompleteAuthToken(after, token));
      }
      byte[] bytes = token.getBuffer(0).getBytes();
      return bytes == null ? new byte[0] : bytes;
    }
  }

  /** What is no error has its highest bit clear. */
  private static void check(int code) throws NoTokenException {
    if (code < 0) {
      throw new NoTokenException(code);
    }
  }

  @Override
  public void close() {
    if (context != null) {
      windows.DeleteSecurityContext(context);
      context = null;
    }
    windows.FreeCredentialsHandle(credentials);
  }
}
