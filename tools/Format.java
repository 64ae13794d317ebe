import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over the sources: {@code check} fails and lists the files that differ,
 * {@code apply} rewrites them. Only files that changed since the last good run are looked at.
 */
public class Format {
  public static void main(String[] args) throws Exception {
    List<String> command =
        new ArrayList<>(
            args[0].equals("apply")
                ? List.of("--replace")
                : List.of("--dry-run", "--set-exit-if-changed"));
    int options = command.size();
    Path root = Path.of(args[1]);
    Path lastGoodRun = root.resolve("target/formatted");
    FileTime since = Files.exists(lastGoodRun) ? modified(lastGoodRun) : FileTime.fromMillis(0);
    FileTime start = FileTime.fromMillis(System.currentTimeMillis());
    try (var files = Files.walk(root)) {
      files
          .filter(p -> p.toString().endsWith(".java"))
          .filter(p -> !p.toString().replace('\\', '/').contains("/target/"))
          .filter(p -> modified(p).compareTo(since) >= 0)
          .map(Path::toString)
          .sorted()
          .forEach(command::add);
    }
    if (command.size() > options) {
      PrintWriter out = new PrintWriter(System.out, true);
      PrintWriter err = new PrintWriter(System.err, true);
      int result = new Main(out, err, System.in).format(command.toArray(String[]::new));
      if (result != 0) {
        System.err.println(
            "Sources are not formatted as they should be: run"
                + " mvn -N process-sources -Dfmt=apply");
        System.exit(result);
      }
    }
    Files.createDirectories(lastGoodRun.getParent());
    Files.writeString(lastGoodRun, "");
    Files.setLastModifiedTime(lastGoodRun, start);
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
