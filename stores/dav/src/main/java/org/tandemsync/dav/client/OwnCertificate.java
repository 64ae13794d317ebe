package org.tandemsync.dav.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** A certificate with its key, by which a server knows the account. The key never shows. */
public final class OwnCertificate {
  private final PrivateKey key;
  private final List<X509Certificate> chain;

  /**
   * @param chain the key's, then those that issued it
   */
  OwnCertificate(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  PrivateKey key() {
    return key;
  }

  /** The certificate itself, then those that issued it. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /**
   * The only key of a PKCS#12 file (.p12, .pfx).
   *
   * @throws IllegalArgumentException if the password is wrong, or there is no key, or several
   */
  public static OwnCertificate ofPkcs12(byte[] file, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      OwnCertificate found = null;
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          if (found != null) {
            throw new IllegalArgumentException("there are several keys in the PKCS#12 file");
          }
          found = entry(store, alias, password);
        }
      }
      if (found == null) {
        throw new IllegalArgumentException("there is no key in the PKCS#12 file");
      }
      return found;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the PKCS#12 file cannot be opened: the password is wrong, or it is none", e);
    }
  }

  private static OwnCertificate entry(KeyStore store, String alias, char @Nullable [] password)
      throws GeneralSecurityException {
    Key key = store.getKey(alias, password);
    Certificate[] chain = store.getCertificateChain(alias);
    if (!(key instanceof PrivateKey own) || chain == null || chain.length == 0) {
      throw new IllegalArgumentException("the key '" + alias + "' has no certificate");
    }
    return new OwnCertificate(own, Arrays.stream(chain).map(c -> (X509Certificate) c).toList());
  }

  /**
   * A key of the store that Windows keeps for who is logged on (its "Personal" certificates). The
   * key itself stays there.
   *
   * @param wanted see {@link #ofStore}
   * @throws IllegalArgumentException if there is none such, or no Windows
   */
  public static OwnCertificate ofWindows(String wanted, Instant now) {
    if (Security.getProvider("SunMSCAPI") == null) {
      throw new IllegalArgumentException("certificates of Windows are on Windows only");
    }
    try {
      KeyStore store = KeyStore.getInstance("Windows-MY");
      store.load(null, null);
      return ofStore(store, null, wanted, now);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the certificates of Windows cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * One of many in a store. Of those with the same subject, which is what renewing makes, the one
   * that is good for longest.
   *
   * @param password of the keys, or null
   * @param wanted parts of its subject ({@code CN=Alice}, {@code CN=Alice, O=Firm}), or its
   *     fingerprint in hex, SHA-1 (which Windows calls its thumbprint) or SHA-256
   * @throws IllegalArgumentException if none fits, or several different ones, or only some that
   *     have run out or are not good yet
   */
  static OwnCertificate ofStore(
      KeyStore store, char @Nullable [] password, String wanted, Instant now)
      throws GeneralSecurityException {
    Predicate<X509Certificate> fits = fitting(wanted);
    Map<String, X509Certificate> fitting = new LinkedHashMap<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate certificate
          && fits.test(certificate)) {
        fitting.put(alias, certificate);
      }
    }
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException("there is no certificate '" + wanted + "' with a key");
    }
    Date date = Date.from(now);
    Map<String, X509Certificate> good = new LinkedHashMap<>(fitting);
    good.values().removeIf(c -> date.before(c.getNotBefore()) || date.after(c.getNotAfter()));
    if (good.isEmpty()) {
      throw new IllegalArgumentException("'" + wanted + "' has run out, or is not good yet");
    }
    Set<String> subjects = new TreeSet<>();
    good.values().forEach(c -> subjects.add(c.getSubjectX500Principal().getName()));
    if (subjects.size() > 1) {
      throw new IllegalArgumentException(
          "'" + wanted + "' may be one of several: " + String.join("; ", subjects));
    }
    String longest =
        Collections.max(good.entrySet(), Comparator.comparing(e -> e.getValue().getNotAfter()))
            .getKey();
    return entry(store, longest, password);
  }

  private static Predicate<X509Certificate> fitting(String wanted) {
    String digits = Certificates.plain(wanted);
    if (digits.matches("[0-9A-F]{40}|[0-9A-F]{64}")) {
      return certificate -> fingerprint(certificate, digits.length()).equals(digits);
    }
    Set<Rdn> parts = rdns(wanted);
    return certificate -> rdns(certificate.getSubjectX500Principal().getName()).containsAll(parts);
  }

  private static Set<Rdn> rdns(String name) {
    try {
      return Set.copyOf(new HashSet<>(new LdapName(name).getRdns()));
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(
          "'" + name + "' is neither a subject like CN=Alice nor a fingerprint", e);
    }
  }

  private static String fingerprint(X509Certificate certificate, int digits) {
    try {
      MessageDigest digest = MessageDigest.getInstance(digits == 40 ? "SHA-1" : "SHA-256");
      return HexFormat.of().withUpperCase().formatHex(digest.digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a certificate cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Certificates and key as PEM, in one text or two put together.
   *
   * @param password of an encrypted key, or empty
   * @throws IllegalArgumentException if something is missing or cannot be read
   */
  public static OwnCertificate ofPem(String pem, Optional<char[]> password) {
    List<X509Certificate> chain = Certificates.ofPem(pem);
    for (Pem.Block block : Pem.blocks(pem)) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return new OwnCertificate(key(block.content()), chain);
        }
        case "ENCRYPTED PRIVATE KEY" -> {
          char[] secret =
              password.orElseThrow(
                  () -> new IllegalArgumentException("the key is encrypted: give its password"));
          return new OwnCertificate(key(decrypted(block.content(), secret)), chain);
        }
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            throw new IllegalArgumentException(
                "the key is in an old format; convert it with `openssl pkcs8 -topk8 -nocrypt`");
        default -> {} // certificates, parameters
      }
    }
    throw new IllegalArgumentException("there is no key in it (-----BEGIN PRIVATE KEY)");
  }

  private static byte[] decrypted(byte[] content, char[] password) {
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
      // PBES2 names itself by its parameters only
      String algorithm =
          info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
              ? info.getAlgParameters().toString()
              : info.getAlgName();
      SecretKeyFactory keys = SecretKeyFactory.getInstance(algorithm);
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          keys.generateSecret(new PBEKeySpec(password)),
          info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the key cannot be decrypted: the password is wrong, or its cipher is not known", e);
    }
  }

  /** PKCS#8 says what kind of key it is, but Java wants to be told. */
  private static PrivateKey key(byte[] pkcs8) {
    for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException another) {
        // the next one
      }
    }
    throw new IllegalArgumentException(
        "the key is of a kind that is not known: RSA, EC, EdDSA are");
  }

  @Override
  public String toString() {
    return "OwnCertificate[" + chain.getFirst().getSubjectX500Principal() + "]";
  }
}
