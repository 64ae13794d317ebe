package org.tandemsync.convert.card;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.items.Loss;
import org.tandemsync.items.LossKind;

/**
 * The standard properties of vCard 3.0 and 4.0, and what phones show beside them, for which
 * Outlook's contacts have no field. What programs have for themselves (X-) is no loss.
 */
final class Unshown {
  private static final Set<String> NAMES =
      Set.of(
          "GEO",
          "TZ",
          "LOGO",
          "SOUND",
          "AGENT",
          "LANG",
          "CALURI",
          "CALADRURI",
          "EXPERTISE",
          "INTEREST",
          "ORG-DIRECTORY",
          "BIRTHPLACE",
          "DEATHDATE",
          "DEATHPLACE",
          "CONTACT-URI",
          "SOCIALPROFILE",
          "X-SOCIALPROFILE");

  private Unshown() {}

  static void tell(Card card, Consumer<Loss> losses) {
    for (ContentLine line : card.lines()) {
      boolean unshown = NAMES.contains(line.name()) || RelationSpelling.isUnshown(line);
      if (unshown && !line.value().isBlank()) {
        losses.accept(
            new Loss(
                LossKind.PROPERTY_NOT_SHOWN,
                line.name().toLowerCase(Locale.ROOT),
                Evidence.of(line)));
      }
    }
  }
}
