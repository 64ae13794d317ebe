package org.tandemsync.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemsync.windows.SecurityContext.NoTokenException;

/** The calls to Windows in their order, with a Windows that is in memory. */
class SecurityContextTest {
  private final List<String> calls = new ArrayList<>();
  private final List<Integer> codes = new ArrayList<>();
  private int needed = 10;
  private int acquired = W32Errors.SEC_E_OK;

  private final Secur32 windows =
      (Secur32)
          Proxy.newProxyInstance(
              SecurityContextTest.class.getClassLoader(),
              new Class<?>[] {Secur32.class},
              (proxy, method, a) ->
                  switch (method.getName()) {
                    case "AcquireCredentialsHandle" -> {
                      calls.add("acquire " + a[1]);
                      yield acquired;
                    }
                    case "InitializeSecurityContext" -> initialize(a);
                    case "CompleteAuthToken" -> noted("complete");
                    case "DeleteSecurityContext" -> noted("delete");
                    case "FreeCredentialsHandle" -> noted("free");
                    default -> throw new AssertionError("nobody needs " + method);
                  });

  private int noted(String call) {
    calls.add(call);
    return W32Errors.SEC_E_OK;
  }

  private int initialize(Object[] a) {
    String said =
        a[6] instanceof ManagedSecBufferDesc in
            ? new String(in.getBuffer(0).getBytes(), StandardCharsets.UTF_8)
            : "";
    ManagedSecBufferDesc out = (ManagedSecBufferDesc) a[9];
    if (out.getBuffer(0).cbBuffer < needed) {
      calls.add("too small");
      return W32Errors.SEC_E_BUFFER_TOO_SMALL;
    }
    assertThat(a[8]).isInstanceOf(Sspi.CtxtHandle.class);
    calls.add((a[1] == null ? "begin " : "go on ") + a[2] + (said.isEmpty() ? "" : " " + said));
    int code = codes.removeFirst();
    byte[] token = ("token " + calls.size()).getBytes(StandardCharsets.UTF_8);
    if (code >= 0) {
      out.getBuffer(0).pvBuffer.write(0, token, 0, token.length);
      out.getBuffer(0).cbBuffer = token.length;
    }
    return code;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void threeLegsAreOneConversation() throws Exception {
    codes.addAll(List.of(W32Errors.SEC_I_CONTINUE_NEEDED, W32Errors.SEC_E_OK));
    try (SecurityContext context = new SecurityContext(windows, "NTLM", "HTTP/dav.example.org")) {
      assertThat(context.next(new byte[0])).asString().isEqualTo("token 2");
      assertThat(context.next(bytes("challenge"))).asString().isEqualTo("token 3");
    }
    assertThat(calls)
        .containsExactly(
            "acquire NTLM",
            "begin HTTP/dav.example.org",
            "go on HTTP/dav.example.org challenge",
            "delete",
            "free");
  }

  @Test
  void whatWindowsWantsCompletedIs() throws Exception {
    codes.add(W32Errors.SEC_I_COMPLETE_AND_CONTINUE);
    try (SecurityContext context = new SecurityContext(windows, "Negotiate", "HTTP/a")) {
      context.next(new byte[0]);
    }
    assertThat(calls)
        .containsExactly("acquire Negotiate", "begin HTTP/a", "complete", "delete", "free");
  }

  /** A person in many groups has tickets of many kilobytes. */
  @Test
  void aLargeTokenGetsRoom() throws Exception {
    needed = 40_000;
    codes.add(W32Errors.SEC_E_OK);
    try (SecurityContext context = new SecurityContext(windows, "Negotiate", "HTTP/a")) {
      assertThat(context.next(new byte[0])).asString().startsWith("token");
    }
    assertThat(calls).containsSubsequence("too small", "too small", "begin HTTP/a");
    needed = Integer.MAX_VALUE;
    try (SecurityContext context = new SecurityContext(windows, "Negotiate", "HTTP/a")) {
      assertThatThrownBy(() -> context.next(new byte[0])).isInstanceOf(NoTokenException.class);
    }
  }

  @Test
  void whatWindowsRefusesIsSaidInWords() throws Exception {
    codes.addAll(List.of(W32Errors.SEC_E_NO_CREDENTIALS, 0x80090399));
    try (SecurityContext context = new SecurityContext(windows, "Negotiate", "HTTP/a")) {
      assertThatThrownBy(() -> context.next(new byte[0]))
          .hasMessageContaining("nobody is logged on");
      assertThatThrownBy(() -> context.next(new byte[0])).hasMessageContaining("0x80090399");
    }
    assertThat(calls).endsWith("free").doesNotContain("delete");
    acquired = W32Errors.SEC_E_SECPKG_NOT_FOUND;
    assertThatThrownBy(() -> new SecurityContext(windows, "NTLM", "HTTP/a"))
        .hasMessageContaining("does not know that sort");
  }
}
