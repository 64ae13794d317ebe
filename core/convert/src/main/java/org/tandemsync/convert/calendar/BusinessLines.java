package org.tandemsync.convert.calendar;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.text.Component;
import org.tandemsync.convert.text.ContentLine;
import org.tandemsync.convert.text.TextValue;
import org.tandemsync.items.Business;

/** Billing information, mileage, companies and linked contacts: iCalendar has nothing for them. */
record BusinessLines<I, B>(Function<I, Business> get, BiConsumer<B, Business> set)
    implements CalendarProperty<I, B> {
  private static final String BILLING = "X-TANDEM-BILLING-INFORMATION";
  private static final String MILEAGE = "X-TANDEM-MILEAGE";
  private static final String COMPANIES = "X-TANDEM-COMPANIES";
  private static final String CONTACTS = "X-TANDEM-CONTACT-NAMES";

  @Override
  public Set<String> fields() {
    return Set.of("business");
  }

  @Override
  public boolean ofTheSeries() {
    return true;
  }

  @Override
  public void read(Component from, B into, Context context) {
    set.accept(
        into,
        new Business(
            text(from.first(BILLING)),
            text(from.first(MILEAGE)),
            list(from.first(COMPANIES)),
            list(from.first(CONTACTS))));
  }

  private static String text(@Nullable ContentLine line) {
    return line == null ? "" : line.text();
  }

  private static List<String> list(@Nullable ContentLine line) {
    return line == null || line.value().isEmpty() ? List.of() : line.texts();
  }

  @Override
  public void write(I item, Component into, Context context) {
    Business wanted = get.apply(item);
    TextProperty.write(BILLING, TextValue.legal(wanted.billingInformation()), false, into);
    TextProperty.write(MILEAGE, TextValue.legal(wanted.mileage()), false, into);
    writeList(COMPANIES, wanted.companies(), into);
    writeList(CONTACTS, wanted.contactNames(), into);
  }

  private static void writeList(String name, List<String> wanted, Component into) {
    ContentLine line = into.first(name);
    if (list(line).equals(wanted)) {
      return;
    }
    if (wanted.isEmpty()) {
      into.removeLines(l -> l.is(name));
    } else {
      String value = TextValue.list(wanted);
      into.put(line == null ? ContentLine.of(name, value) : line.withValue(value));
    }
  }
}
