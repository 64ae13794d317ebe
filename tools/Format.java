import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over all sources: {@code check} fails and lists the files that differ,
 * {@code apply} rewrites them.
 */
public class Format {
  public static void main(String[] args) throws Exception {
    List<String> command =
        new ArrayList<>(
            args[0].equals("apply")
                ? List.of("--replace")
                : List.of("--dry-run", "--set-exit-if-changed"));
    try (var files = Files.walk(Path.of(args[1]))) {
      files
          .map(Path::toString)
          .filter(p -> p.endsWith(".java") && !p.contains("/target/") && !p.contains("\\target\\"))
          .sorted()
          .forEach(command::add);
    }
    com.google.googlejavaformat.java.Main.main(command.toArray(String[]::new));
  }
}
