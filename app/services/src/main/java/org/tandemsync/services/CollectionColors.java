package org.tandemsync.services;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.CategoryColor;
import org.tandemsync.items.CategoryFilter;
import org.tandemsync.items.MasterCategoryList;
import org.tandemsync.services.configuration.Configuration;
import org.tandemsync.services.configuration.Endpoint;
import org.tandemsync.services.configuration.Profile;

/**
 * The colour of a profile's collection and that of the category that stands for it in Outlook. Each
 * is brought to the other side only when a person asks for it.
 */
public record CollectionColors(Stores stores, ServerCollections server, Profiles profiles) {

  /**
   * Both colours.
   *
   * @param category in Outlook
   * @param outlook its colour
   * @param collection name of the collection
   * @param color of the collection, {@code #RRGGBB}, or empty
   * @param changed whether something was written to get there
   */
  public record Pair(
      String category, CategoryColor outlook, String collection, String color, boolean changed) {

    /** What Outlook has that comes nearest to the collection's; none for none and for white. */
    public CategoryColor nearest() {
      return color.isEmpty()
          ? CategoryColor.NONE
          : CategoryColor.nearest(Integer.parseInt(color.substring(1), 16));
    }

    /** Whether nothing has to be done. */
    public boolean same() {
      return outlook != CategoryColor.NONE && nearest() == outlook;
    }
  }

  /**
   * As they are.
   *
   * @param category null for that of the profile's filter
   */
  public Pair look(Profile profile, @Nullable String category) {
    String named = category(profile, category);
    Discovery.Offer offer = server.look(collection(profile));
    return new Pair(named, list(profile).color(named), offer.name(), offer.color(), false);
  }

  /** Gives the category the colour of the collection. It is added to Outlook's list if missing. */
  public Pair fromServer(Profile profile, @Nullable String category) {
    Pair before = look(profile, category);
    if (before.color().isEmpty()) {
      throw new CannotRun(
          "'"
              + before.collection()
              + "' has no colour on the server. Next step: give it one with 'tandem collections"
              + " recolor'.");
    }
    if (before.nearest() == CategoryColor.NONE) {
      throw new CannotRun(
          "Outlook has no colour for categories that is like "
              + before.color()
              + " of '"
              + before.collection()
              + "'. Nothing was changed.");
    }
    boolean changed = stores.recolour(left(profile), Map.of(before.category(), before.nearest()));
    return new Pair(
        before.category(), before.nearest(), before.collection(), before.color(), changed);
  }

  /**
   * Gives the collection the colour of the category. One to which this is the nearest already stays
   * as it is.
   */
  public Pair fromOutlook(Profile profile, @Nullable String category) {
    Pair before = look(profile, category);
    if (before.outlook() == CategoryColor.NONE) {
      throw new CannotRun(
          "The category '"
              + before.category()
              + "' has no colour in Outlook. Next step: give it one there, or --from server.");
    }
    if (before.same()) {
      return before;
    }
    String color = String.format(Locale.ROOT, "#%06X", before.outlook().shown());
    Discovery.Offer after = server.recolor(collection(profile), color);
    return new Pair(before.category(), before.outlook(), after.name(), after.color(), true);
  }

  private Endpoint.Dav collection(Profile profile) {
    Configuration configuration = profiles.configuration();
    try {
      if (configuration.right(profile) instanceof Endpoint.Dav dav) {
        return dav;
      }
    } catch (IllegalArgumentException e) {
      throw new CannotRun("profile '" + profile.name() + "': " + e.getMessage(), e);
    }
    throw new CannotRun(
        "profile '" + profile.name() + "' is with a folder of files, which have no colour.");
  }

  private Place left(Profile profile) {
    return stores.places(profiles.configuration().left(profile)).getFirst();
  }

  private MasterCategoryList list(Profile profile) {
    return stores
        .categories(left(profile))
        .orElseThrow(
            () ->
                new CannotRun(
                    "profile '" + profile.name() + "': there is no list of categories in Outlook"));
  }

  private static String category(Profile profile, @Nullable String given) {
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    CategoryFilter filter = profile.options().categories().filter();
    List<String> names = filter == null || filter.negated() ? List.of() : filter.names();
    if (names.size() == 1) {
      return names.getFirst();
    }
    throw new CannotRun(
        "profile '"
            + profile.name()
            + "' does not say which category stands for its collection. Next step: name it with"
            + " --category, or in its configuration: categories = { only = [\"...\"] }");
  }
}
