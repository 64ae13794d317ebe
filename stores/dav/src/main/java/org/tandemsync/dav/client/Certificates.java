package org.tandemsync.dav.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Reads certificates and says which they are. */
public final class Certificates {
  private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

  private Certificates() {}

  /**
   * The certificates of a PEM file, in its order; what else is in it is passed over.
   *
   * @throws IllegalArgumentException if there is none, or one cannot be read
   */
  public static List<X509Certificate> ofPem(String pem) {
    List<X509Certificate> found = new ArrayList<>();
    for (Pem.Block block : Pem.blocks(pem)) {
      if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
        found.add(of(block.content()));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no certificate in it (-----BEGIN CERTIFICATE)");
    }
    return found;
  }

  private static X509Certificate of(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate cannot be read: " + e.getMessage(), e);
    }
  }

  /** SHA-256 of a certificate, as browsers and openssl show it: {@code AB:CD:...}. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HEX.formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A fingerprint as {@link #fingerprint} gives it, however somebody spelled it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String normalized(String fingerprint) {
    String plain = plain(fingerprint);
    if (!plain.matches("[0-9A-F]{64}")) {
      throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hex digits");
    }
    return spaced(plain);
  }

  /** 64 hex digits with a colon between each two. */
  static String spaced(String plain) {
    return HEX.formatHex(HexFormat.of().parseHex(plain));
  }

  /** A fingerprint without what people put between its digits. */
  static String plain(String fingerprint) {
    return fingerprint.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
  }

  static boolean isPinned(X509Certificate certificate, String pin) {
    return MessageDigest.isEqual(
        plain(fingerprint(certificate)).getBytes(StandardCharsets.US_ASCII),
        pin.getBytes(StandardCharsets.US_ASCII));
  }
}
