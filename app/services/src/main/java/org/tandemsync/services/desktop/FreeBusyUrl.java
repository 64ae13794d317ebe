package org.tandemsync.services.desktop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemsync.services.CannotRun;

/**
 * Outlook's own option where to look for the free/busy times of people who are not in its address
 * book's Exchange: File, Options, Calendar, Free/Busy Options, "search location". Outlook puts what
 * stands before and after the @ of an address in the place of {@link #NAME} and {@link #SERVER}.
 */
public record FreeBusyUrl(Registry registry) {
  public static final String NAME = "%NAME%";
  public static final String SERVER = "%SERVER%";

  private static final String OUTLOOK = "Outlook.Application\\CurVer";
  private static final Pattern VERSION = Pattern.compile("Outlook\\.Application\\.([0-9]{1,3})");

  /** Outlook 2010, the oldest that Tandem speaks of. */
  private static final int OLDEST = 14;

  private static final String KEY =
      "Microsoft\\Office\\%d.0\\Outlook\\Options\\Calendar\\Internet Free/Busy";
  private static final String VALUE = "Read URL";
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "file");

  /**
   * What is set.
   *
   * @param outlook the major number of the installed Outlook: 16 for 2016 and all later ones
   * @param url what the person has set
   * @param policy what the organization has set, which goes before
   */
  public record Setting(int outlook, Optional<String> url, Optional<String> policy) {}

  public Setting setting() {
    int outlook = outlook();
    return new Setting(
        outlook,
        registry.text(Registry.Root.CURRENT_USER, key(outlook), VALUE).filter(u -> !u.isBlank()),
        registry
            .text(Registry.Root.CURRENT_USER, "Software\\Policies\\" + path(outlook), VALUE)
            .filter(u -> !u.isBlank()));
  }

  /** Sets the address; Outlook's placeholders stay in it as they are. */
  public void set(String url) {
    check(url);
    registry.set(key(outlook()), VALUE, url);
  }

  /** Takes the address away. */
  public void remove() {
    registry.remove(key(outlook()), VALUE);
  }

  private static String key(int outlook) {
    return "Software\\" + path(outlook);
  }

  private static String path(int outlook) {
    return String.format(Locale.ROOT, KEY, outlook);
  }

  private int outlook() {
    String registered =
        registry
            .text(Registry.Root.CLASSES, OUTLOOK, "")
            .orElseThrow(
                () ->
                    new CannotRun(
                        "Classic Outlook is not installed on this machine, and this is an option of"
                            + " it (the new Outlook for Windows has none)."));
    Matcher version = VERSION.matcher(registered.strip());
    int major = version.matches() ? Integer.parseInt(version.group(1)) : 0;
    if (major < OLDEST) {
      throw new CannotRun(
          "The Outlook of this machine is '"
              + registered
              + "', and this is known of Outlook 2010 (14) and later ones. Next step: set it in"
              + " Outlook itself.");
    }
    return major;
  }

  private static void check(String url) {
    if (!url.contains(NAME)) {
      throw new CannotRun(
          "'"
              + url
              + "' has no "
              + NAME
              + " in it: everybody's times would come from one address. Next step: write "
              + NAME
              + " where the part of a mail address before the @ belongs, and "
              + SERVER
              + " for the part behind it (in a .cmd file %%NAME%%).");
    }
    String filled = url.replace(NAME, "name").replace(SERVER, "example.org");
    try {
      URI uri = new URI(filled);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (SCHEMES.contains(scheme)
          && (scheme.equals("file") || uri.getHost() != null)
          && uri.getUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException notOne) {
      // said below
    }
    throw new CannotRun(
        "'"
            + url
            + "' is no address that Outlook can read times from. Next step: give one like"
            + " https://dav.example.org/freebusy/"
            + NAME
            + "@"
            + SERVER
            + ".ifb, without a password in it.");
  }
}
