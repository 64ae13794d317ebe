package org.tandemsync.dav.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A certificate with its key, by which a server knows the account. The key never shows. */
public final class OwnCertificate {
  private final PrivateKey key;
  private final List<X509Certificate> chain;

  private OwnCertificate(PrivateKey key, List<X509Certificate> chain) {
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

  private static OwnCertificate entry(KeyStore store, String alias, char[] password)
      throws GeneralSecurityException {
    Key key = store.getKey(alias, password);
    Certificate[] chain = store.getCertificateChain(alias);
    if (!(key instanceof PrivateKey own) || chain == null || chain.length == 0) {
      throw new IllegalArgumentException("the key in the PKCS#12 file has no certificate");
    }
    return new OwnCertificate(own, Arrays.stream(chain).map(c -> (X509Certificate) c).toList());
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
