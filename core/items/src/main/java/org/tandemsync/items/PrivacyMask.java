package org.tandemsync.items;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Appointments and tasks of some sensitivities show on the server that the time is taken, and
 * nothing else: never a word of what they are about. Their times are not hidden.
 *
 * @param of which sensitivities
 * @param title the subject on the server, with {@code {sensitivity}} and {@code {busy-status}}
 * @param fields the other fields that are empty there
 */
public record PrivacyMask(Set<Sensitivity> of, String title, Set<String> fields) implements View {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final String SENSITIVITY = "sensitivity";
  private static final String BUSY_STATUS = "busy-status";
  private static final String SUBJECT = "subject";

  /** What a mask can empty, in the order of the fields. */
  public static final List<String> HIDEABLE =
      List.of(
          "location",
          "body",
          "categories",
          "reminder",
          "attendees",
          "attachments",
          "url",
          "online-meeting-url",
          "user-properties");

  public PrivacyMask {
    of = Set.copyOf(of);
    fields = Set.copyOf(fields);
    Matcher m = PLACEHOLDER.matcher(title);
    while (m.find()) {
      if (!m.group(1).equals(SENSITIVITY) && !m.group(1).equals(BUSY_STATUS)) {
        throw new IllegalArgumentException(
            "'" + m.group() + "' is not known; allowed: {sensitivity}, {busy-status}");
      }
    }
  }

  @Override
  public Set<String> hidden(Item item, Item series) {
    if (!hides(item) && !hides(series)) {
      return Set.of();
    }
    Set<String> hidden = new LinkedHashSet<>();
    for (String field : Fields.of(item.type()).names()) {
      if (field.equals(SUBJECT) || isEmptied(field)) {
        hidden.add(field);
      }
    }
    return hidden;
  }

  /** Who is invited is also in who invites, and in who is responsible. */
  private boolean isEmptied(String field) {
    return fields.contains(field)
        || switch (field) {
          case "meeting", "owner", "delegator" -> fields.contains("attendees");
          case "business" -> fields.contains("user-properties");
          case "color" -> fields.contains("categories");
          default -> false;
        };
  }

  private boolean hides(Item item) {
    return switch (item) {
      case Appointment a -> of.contains(a.sensitivity());
      case Task t -> of.contains(t.sensitivity());
      case Contact _, DistributionList _ -> false;
    };
  }

  @Override
  public Item shown(Item item, Item series) {
    Set<String> hidden = hidden(item, series);
    if (hidden.isEmpty()) {
      return item;
    }
    Item masked = Projection.overlay(item, Fields.of(item.type()).blank(), hidden);
    return switch (masked) {
      case Appointment a -> a.toBuilder().subject(title(a.sensitivity(), a.busyStatus())).build();
      case Task t -> t.toBuilder().subject(title(t.sensitivity(), BusyStatus.BUSY)).build();
      case Contact c -> c;
      case DistributionList l -> l;
    };
  }

  private String title(Sensitivity sensitivity, BusyStatus busy) {
    return PLACEHOLDER
        .matcher(title)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    words(m.group(1).equals(SENSITIVITY) ? sensitivity.name() : busy.name())));
  }

  /** OUT_OF_OFFICE is Out of office. */
  private static String words(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
