package org.tandemsync.items;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as Outlook takes them apart. */
public final class PhoneNumber {
  /** Country and area code that something stands between, and a number behind them. */
  private static final Pattern SPACED =
      Pattern.compile("\\+([0-9]{1,3})[ .-]([0-9]{1,5})[ .-]([0-9].*)");

  private PhoneNumber() {}

  /**
   * The number with brackets round its area code: Outlook's dialog shows country, area and local
   * number of that form only ("+1 (23) 45678", the canonical form of Windows). A number that does
   * not tell which digits are the area code is as it was.
   */
  public static String withBrackets(String number) {
    Matcher parts = SPACED.matcher(number.strip());
    return parts.matches()
        ? "+" + parts.group(1) + " (" + parts.group(2) + ") " + parts.group(3)
        : number;
  }
}
