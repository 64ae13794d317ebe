package org.tandemsync.outlook.standin;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Variant;

/**
 * A condition on items: Jet ({@code [Start] > '...'}) or DASL ({@code @SQL="schema" = '...'}).
 * Dates are read in the locale of Windows, as local time in Jet and as UTC in DASL. Binary
 * properties cannot be compared.
 */
interface Filter {
  Filter NONE = (_, _) -> true;

  boolean passes(StoredItem item, StandIn outlook);

  default Filter and(Filter other) {
    return (item, outlook) -> passes(item, outlook) && other.passes(item, outlook);
  }

  static Filter parse(String text, StandIn outlook) {
    boolean dasl = text.startsWith("@SQL=");
    Parser parser = new Parser(dasl ? text.substring(5) : text, dasl, outlook);
    Filter filter = parser.either();
    if (!parser.atEnd()) {
      throw parser.invalid();
    }
    return filter;
  }

  /** Reads a condition from left to right. */
  final class Parser {
    private static final Pattern TOKEN =
        Pattern.compile(
            "\\s*(\\[[^]]+]|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|<>|<=|>=|[=<>()]|-?[\\w.]+)");

    private final String text;
    private final boolean dasl;
    private final StandIn outlook;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Parser(String text, boolean dasl, StandIn outlook) {
      this.text = text;
      this.dasl = dasl;
      this.outlook = outlook;
      Matcher token = TOKEN.matcher(text);
      int end = 0;
      while (token.find() && token.start() == end) {
        tokens.add(token.group(1));
        end = token.end();
      }
      if (!text.substring(end).isBlank()) {
        throw invalid();
      }
    }

    private AutomationException invalid() {
      return new AutomationException(
          HResult.E_INVALIDARG, "Filter", "Cannot parse condition: " + text);
    }

    private boolean atEnd() {
      return at == tokens.size();
    }

    private String next() {
      if (atEnd()) {
        throw invalid();
      }
      return tokens.get(at++);
    }

    private boolean word(String wanted) {
      boolean there = !atEnd() && tokens.get(at).equalsIgnoreCase(wanted);
      at += there ? 1 : 0;
      return there;
    }

    private Filter either() {
      Filter left = both();
      while (word("OR")) {
        Filter first = left;
        Filter second = both();
        left = (item, o) -> first.passes(item, o) || second.passes(item, o);
      }
      return left;
    }

    private Filter both() {
      Filter left = one();
      while (word("AND")) {
        left = left.and(one());
      }
      return left;
    }

    private Filter one() {
      if (word("NOT")) {
        Filter not = one();
        return (item, o) -> !not.passes(item, o);
      }
      if (word("(")) {
        Filter inner = either();
        if (!word(")")) {
          throw invalid();
        }
        return inner;
      }
      return comparison();
    }

    private Filter comparison() {
      String name = next();
      if (dasl ? !name.startsWith("\"") : !name.startsWith("[")) {
        throw invalid();
      }
      String property = name.substring(1, name.length() - 1);
      if (dasl && word("IS")) {
        boolean present = word("NOT");
        if (!word("NULL")) {
          throw invalid();
        }
        return (item, _) -> (value(item, property) != null) == present;
      }
      String operator = next();
      String literal = next();
      return (item, _) -> compares(value(item, property), operator, literal);
    }

    private @Nullable Variant value(StoredItem item, String property) {
      if (dasl) {
        String key = Schema.parse(property).map(Schema::key).orElseThrow(this::invalid);
        return item.values().get(key);
      }
      ItemProperty known = ItemProperty.find(item.type(), property).orElseThrow(this::invalid);
      return known.shown(item.values().get(known.key()), outlook);
    }

    private boolean compares(@Nullable Variant value, String operator, String literal) {
      String plain =
          literal.matches("(?s)['\"].*") ? literal.substring(1, literal.length() - 1) : literal;
      if (operator.equalsIgnoreCase("LIKE")) {
        String wanted = plain.replace("%", "").toLowerCase(Locale.ROOT);
        return value instanceof Variant.Text(String kept)
            && kept.toLowerCase(Locale.ROOT).contains(wanted);
      }
      if (value == null) {
        return operator.equals("<>");
      }
      int order =
          switch (value) {
            case Variant.Text(String kept) -> kept.compareToIgnoreCase(plain);
            case Variant.Int(int kept) -> Integer.compare(kept, number(plain));
            case Variant.Flag(boolean kept) -> Boolean.compare(kept, truth(plain));
            case Variant.Date date -> minutes(date.value()).compareTo(outlook.locale().date(plain));
            default -> throw invalid();
          };
      return switch (operator) {
        case "=" -> order == 0;
        case "<>" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        default -> throw invalid();
      };
    }

    private static LocalDateTime minutes(LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.MINUTES);
    }

    private int number(String plain) {
      try {
        return Integer.parseInt(plain);
      } catch (NumberFormatException e) {
        throw invalid();
      }
    }

    private static boolean truth(String plain) {
      return plain.equalsIgnoreCase("true") || plain.equals("1");
    }
  }
}
