package org.tandemsync.dav.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos (RFC 4120) in SPNEGO (RFC 4178): the tickets of the person who is signed in at this
 * machine, or those that a password gets. The realm's servers are the system's (krb5.conf, DNS).
 */
public final class KerberosTickets implements Credentials.Tickets {
  private static final String SPNEGO = "1.3.6.1.5.5.2";
  private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

  private final String user;
  private final @Nullable String password;
  private final ReentrantLock signingIn = new ReentrantLock();
  private @Nullable Subject signedIn;

  private KerberosTickets(String user, @Nullable String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * Those that are there (kinit, or signing in at the system).
   *
   * @param user as whom, with or without realm; empty for whose they are
   */
  public static KerberosTickets ofSystem(String user) {
    return new KerberosTickets(user, null);
  }

  /** Those that the user's password gets; they are in memory only. */
  public static KerberosTickets ofPassword(String user, String password) {
    return new KerberosTickets(user, password);
  }

  @Override
  public byte[] token(String host) {
    Subject subject = signedIn();
    try {
      return Subject.callAs(subject, () -> tokenFor(host));
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TicketTrouble("there is no ticket for HTTP at " + host + ": " + said(cause), e);
    }
  }

  /** The server is known by its certificate: it need not show that it is the one of the ticket. */
  private static byte[] tokenFor(String host) throws GSSException {
    GSSManager gss = GSSManager.getInstance();
    GSSName service = gss.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
    GSSContext context =
        gss.createContext(service, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
    try {
      context.requestMutualAuth(false);
      context.requestCredDeleg(false);
      return context.initSecContext(new byte[0], 0, 0);
    } finally {
      context.dispose();
    }
  }

  @Override
  public void refused() {
    signingIn.lock();
    try {
      signedIn = null;
    } finally {
      signingIn.unlock();
    }
  }

  private Subject signedIn() {
    signingIn.lock();
    try {
      Subject now = signedIn;
      if (now == null || !isCurrent(now)) {
        now = signIn();
        signedIn = now;
      }
      return now;
    } finally {
      signingIn.unlock();
    }
  }

  /** Long runs outlive tickets. */
  private static boolean isCurrent(Subject subject) {
    return subject.getPrivateCredentials(KerberosTicket.class).stream()
        .allMatch(KerberosTicket::isCurrent);
  }

  private Subject signIn() {
    try {
      LoginContext login = new LoginContext("tandem", null, this::answer, new OneModule(options()));
      login.login();
      return login.getSubject();
    } catch (LoginException e) {
      String why =
          password == null
              ? "there are no Kerberos tickets"
                  + (user.isEmpty() ? "" : " of " + user)
                  + " on this machine ("
                  + said(e)
                  + "); get them with kinit, or name user and password in the account"
              : "Kerberos does not accept user and password of " + user + " (" + said(e) + ")";
      throw new TicketTrouble(why, e);
    }
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    options.put("useTicketCache", Boolean.toString(password == null));
    options.put("doNotPrompt", Boolean.toString(password == null));
    if (!user.isEmpty()) {
      options.put("principal", user);
    }
    return options;
  }

  private void answer(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      switch (callback) {
        case NameCallback name -> name.setName(user);
        case PasswordCallback secret when password != null ->
            secret.setPassword(password.toCharArray());
        default -> throw new UnsupportedCallbackException(callback);
      }
    }
  }

  private static String said(Throwable e) {
    return Excerpt.of(String.valueOf(e.getMessage()));
  }

  /** Signs in by Kerberos for this account only: nothing of it is the whole process's. */
  private static final class OneModule extends Configuration {
    private final AppConfigurationEntry entry;

    OneModule(Map<String, String> options) {
      this.entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
    }

    @Override
    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
      return new AppConfigurationEntry[] {entry};
    }
  }
}
