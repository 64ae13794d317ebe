package org.tandemsync.services.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tandemsync.services.CannotRun;

/**
 * macOS: an agent of launchd, which loads all that is in this folder when the user logs in
 * (launchd.plist(5)).
 *
 * @param userHome the user's home folder
 */
public record LaunchAgent(Path userHome) implements LogonStart {
  static final String LABEL = "org.tandemsync.tandem";

  private static final Pattern STRING = Pattern.compile("<string>(.*)</string>");

  private MarkedFile plist() {
    return new MarkedFile(userHome.resolve("Library/LaunchAgents").resolve(LABEL + ".plist"));
  }

  @Override
  public Optional<SetUp> shown() {
    return plist().text().map(this::setUp);
  }

  private SetUp setUp(String text) {
    List<String> words =
        STRING
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .skip(1)
            .map(LaunchAgent::plain)
            .toList();
    return new SetUp(plist().file().toString(), String.join(" ", words));
  }

  @Override
  public SetUp install(Program program) {
    List<String> words = new ArrayList<>();
    words.add(program.launcher().toString());
    words.addAll(program.arguments());
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <!-- %s. What you change here is gone when that is said again. -->
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>%s</string>
          <key>ProgramArguments</key>
          <array>
        %s
          </array>
          <key>RunAtLoad</key>
          <true/>
          <key>KeepAlive</key>
          <dict>
            <key>SuccessfulExit</key>
            <false/>
          </dict>
          <key>ThrottleInterval</key>
          <integer>60</integer>
        </dict>
        </plist>
        """
            .formatted(
                MarkedFile.MARK,
                LABEL,
                words.stream()
                    .map(w -> "    <string>" + escaped(w) + "</string>")
                    .collect(Collectors.joining("\n")));
    plist().write(text);
    return setUp(text);
  }

  private static String escaped(String word) {
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new CannotRun("A path with control characters cannot be put into a plist: " + word);
    }
    return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String plain(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  @Override
  public Optional<SetUp> remove() {
    Optional<SetUp> there = shown();
    if (there.isPresent()) {
      plist().delete();
    }
    return there;
  }

  @Override
  public String startNow() {
    return "launchctl bootstrap gui/$(id -u) " + plist().file();
  }
}
