import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Prepares the folder of the application, so that it starts quickly: {@code java
 * tools/Packaging.java FOLDER}. Doing it again changes nothing.
 *
 * <p>picocli is compiled for Java 5. Java keeps no classes ready that have no stack maps (JEP 483),
 * and checks them by the slow way at each start; so its classes get them, and nothing else of them
 * changes. SQLite's library would be unpacked from its jar at each start; so the one for this
 * system lies beside the jars.
 */
final class Packaging {
  private static final int WITH_STACK_MAPS = ClassFile.JAVA_8_VERSION;

  /** Without it Java knows nothing of {@link #READING}. */
  private static final String UNLOCKED = "-XX:+UnlockDiagnosticVMOptions";

  /** What is recorded is read to where it was written for, and nothing is replayed of it. */
  private static final List<String> READING =
      List.of("-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining");

  private Packaging() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path lib = folder.resolve("lib");
    List<Path> rewritten = new ArrayList<>();
    try (URLClassLoader hierarchy = new URLClassLoader(urls(jars(lib, "*.jar")))) {
      ClassFile format = format(hierarchy);
      Path picocli = only(lib, "picocli-*.jar");
      if (rewrite(picocli, content -> withStackMaps(format, content))) {
        rewritten.add(picocli);
      }
      for (Path jar : jars(lib, "tandem*.jar")) {
        if (rewrite(jar, content -> LinkedAhead.of(format, content))) {
          rewritten.add(jar);
        }
      }
    }
    // not before: Windows replaces no file that is open
    for (Path jar : rewritten) {
      replace(jar);
    }
    // which Java records how this starts, and the options with which the launcher starts it
    Path java = Path.of(System.getProperty("java.home"));
    Files.copy(java.resolve("release"), folder.resolve("tandem.release"), REPLACE_EXISTING);
    List<String> options = new ArrayList<>(List.of(UNLOCKED));
    for (String option : READING) {
      if (isKnown(java, option)) {
        options.add(option);
      }
    }
    Files.write(folder.resolve("tandem.start"), options);
    unpackSqlite(only(lib, "sqlite-jdbc-*.jar"), folder.resolve("native"));
  }

  /** Java ends with an error at an option that it does not know, and diagnostic ones may go. */
  private static boolean isKnown(Path java, String option)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
                java.resolve("bin").resolve("java").toString(), UNLOCKED, option, "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static Path only(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      return found.iterator().next();
    }
  }

  private static List<Path> jars(Path folder, String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
      jars.forEach(found::add);
    }
    return found;
  }

  private static URL[] urls(List<Path> jars) throws IOException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    return urls;
  }

  /** Methods that are written anew get stack maps, for which it must know what extends what. */
  private static ClassFile format(ClassLoader hierarchy) {
    return ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ConstantPoolSharingOption.NEW_POOL,
        ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(hierarchy)
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** Writes the new jar beside the old one, if there is anything new in it. */
  private static boolean rewrite(Path jar, UnaryOperator<byte[]> rewritten) throws IOException {
    Path made = made(jar);
    boolean changed = false;
    try (JarFile old = new JarFile(jar.toFile());
        OutputStream out = Files.newOutputStream(made);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (JarEntry entry : (Iterable<JarEntry>) old.stream()::iterator) {
        byte[] before;
        try (InputStream in = old.getInputStream(entry)) {
          before = in.readAllBytes();
        }
        byte[] content = before;
        if (entry.getName().endsWith(".class")) {
          content = rewritten.apply(before);
          changed |= content != before;
        }
        JarEntry copy = new JarEntry(entry.getName());
        copy.setLastModifiedTime(entry.getLastModifiedTime());
        entries.putNextEntry(copy);
        entries.write(content);
        entries.closeEntry();
      }
    }
    if (!changed) {
      Files.delete(made);
    }
    return changed;
  }

  private static void replace(Path jar) throws IOException {
    FileTime before = Files.getLastModifiedTime(jar);
    Files.move(made(jar), jar, REPLACE_EXISTING);
    Files.setLastModifiedTime(jar, before);
  }

  private static Path made(Path jar) {
    return jar.resolveSibling(jar.getFileName() + ".made");
  }

  private static byte[] withStackMaps(ClassFile format, byte[] content) {
    ClassModel model = format.parse(content);
    if (model.majorVersion() >= WITH_STACK_MAPS) {
      return content;
    }
    ClassTransform version =
        (to, element) -> {
          if (element instanceof ClassFileVersion) {
            to.withVersion(WITH_STACK_MAPS, 0);
          } else {
            to.with(element);
          }
        };
    // code that goes through a transformation is written anew, with stack maps
    return format.transformClass(
        model,
        version.andThen(
            ClassTransform.transformingMethodBodies((to, element) -> to.with(element))));
  }

  private static void unpackSqlite(Path jar, Path into) throws IOException {
    String name = System.mapLibraryName("sqlitejdbc");
    String system = system();
    String machine =
        System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    try (JarFile all = new JarFile(jar.toFile())) {
      JarEntry library =
          all.getJarEntry("org/sqlite/native/" + system + "/" + machine + "/" + name);
      if (library == null) {
        return; // it is unpacked at each start then
      }
      Files.createDirectories(into);
      try (InputStream in = all.getInputStream(library)) {
        Files.copy(in, into.resolve(name), REPLACE_EXISTING);
      }
    }
  }

  private static String system() throws IOException {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "Windows";
    }
    if (name.startsWith("mac")) {
      return "Mac";
    }
    boolean musl;
    try (DirectoryStream<Path> loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
      musl = loaders.iterator().hasNext();
    }
    return musl ? "Linux-Musl" : "Linux";
  }
}
