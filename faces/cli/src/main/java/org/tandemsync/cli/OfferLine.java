package org.tandemsync.cli;

import java.util.stream.Collectors;
import org.tandemsync.items.Family;
import org.tandemsync.services.Discovery;
import org.tandemsync.services.json.JsonLine;

/** A collection of a server, in words and as JSON. */
final class OfferLine {
  private OfferLine() {}

  static String kinds(Discovery.Offer offer) {
    return offer.kinds().isEmpty()
        ? "link"
        : offer.kinds().stream().sorted().map(Family::label).collect(Collectors.joining(", "));
  }

  static String rights(Discovery.Offer offer) {
    return (offer.writable() ? "read, write" : "read") + (offer.shared() ? ", shared" : "");
  }

  static JsonLine json(Discovery.Offer offer) {
    return new JsonLine()
        .texts("kind", offer.kinds().stream().sorted().map(Family::label).toList())
        .text("url", offer.url().toString())
        .text("name", offer.name())
        .text("color", offer.color())
        .flag("writable", offer.writable())
        .flag("shared", offer.shared())
        .text("owner", offer.owner())
        .texts("capabilities", offer.capabilities());
  }
}
