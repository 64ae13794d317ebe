package org.tandemsync.convert.card;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/** KEY with an X.509 certificate. Keys of PGP and references stay in the card. */
final class Certificates implements CardProperty<Contact, Contact.Builder> {
  private static final String NAME = "KEY";
  private static final String MEDIA_TYPE = "application/pkix-cert";
  private static final Set<String> X509 =
      Set.of("x509", "x.509", MEDIA_TYPE, "application/x-x509-ca-cert");

  @Override
  public Set<String> fields() {
    return Set.of("certificates");
  }

  @Override
  public void read(Card card, Contact.Builder into, Consumer<Loss> losses) {
    List<Bytes> found = new ArrayList<>();
    for (ContentLine line : card.lines(NAME)) {
      Bytes certificate = certificate(line);
      if (certificate != null) {
        found.add(certificate);
      } else if (!line.value().isBlank()) {
        losses.accept(new Loss(LossKind.KEY_NOT_X509, "certificates", Evidence.of(line)));
      }
    }
    into.certificates(found);
  }

  private static @Nullable Bytes certificate(ContentLine line) {
    Binary binary = Binary.of(line);
    if (binary == null) {
      return null;
    }
    boolean certificate =
        binary.mediaType().isEmpty() ? parses(binary.content()) : X509.contains(binary.mediaType());
    return certificate ? binary.content() : null;
  }

  private static boolean parses(Bytes der) {
    try {
      return CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()))
          != null;
    } catch (CertificateException other) {
      return false;
    }
  }

  private static List<ContentLine> lines(Card card) {
    return card.lines(NAME).stream().filter(l -> certificate(l) != null).toList();
  }

  @Override
  public void write(Contact item, Card card) {
    List<Bytes> wanted = item.certificates();
    for (ContentLine line : lines(card)) {
      Bytes certificate = certificate(line);
      if (certificate != null && !wanted.contains(certificate)) {
        card.remove(line);
      }
    }
    List<ContentLine> present = lines(card);
    for (int i = 0; i < Math.max(present.size(), wanted.size()); i++) {
      if (i >= wanted.size()) {
        card.remove(present.get(i));
      } else if (i >= present.size()) {
        card.add(written(card, ContentLine.of(NAME, ""), wanted.get(i)));
      } else if (!Objects.equals(wanted.get(i), certificate(present.get(i)))) {
        card.replace(present.get(i), written(card, present.get(i), wanted.get(i)));
      }
    }
  }

  private static ContentLine written(Card card, ContentLine line, Bytes certificate) {
    return Binary.write(card, line, certificate, MEDIA_TYPE, "X509");
  }
}
