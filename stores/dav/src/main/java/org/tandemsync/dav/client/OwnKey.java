package org.tandemsync.dav.client;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the account's certificate to servers that ask for one of its sort. Java's own would want
 * the key itself, which a key of Windows or of a smart card does not give away.
 */
final class OwnKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "own";

  private final OwnCertificate own;

  OwnKey(OwnCertificate own) {
    this.own = own;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return Arrays.stream(keyTypes).anyMatch(this::isOf) && isIssuedBy(issuers) ? ALIAS : null;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return chooseClientAlias(keyTypes, issuers, null);
  }

  /** "RSA", "EC"; TLS 1.3 says which signatures it takes: "RSASSA-PSS". */
  private boolean isOf(String keyType) {
    String ours = own.chain().getFirst().getPublicKey().getAlgorithm();
    return switch (keyType) {
      case "RSASSA-PSS" -> ours.equals("RSA") || ours.equals("RSASSA-PSS");
      case "Ed25519", "Ed448" -> ours.equals("EdDSA") || ours.equals(keyType);
      default -> ours.equals(keyType);
    };
  }

  /** Servers name the authorities that they know, or none. */
  private boolean isIssuedBy(Principal @Nullable [] issuers) {
    if (issuers == null || issuers.length == 0) {
      return true;
    }
    List<Principal> known = List.of(issuers);
    return own.chain().stream()
        .anyMatch(
            c ->
                known.contains(c.getIssuerX500Principal())
                    || known.contains(c.getSubjectX500Principal()));
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    String alias = chooseClientAlias(new String[] {keyType}, issuers, null);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
    return ALIAS.equals(alias) ? own.chain().toArray(new X509Certificate[0]) : null;
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
    return ALIAS.equals(alias) ? own.key() : null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
