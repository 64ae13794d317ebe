import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URI;
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

  private Packaging() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path lib = folder.resolve("lib");
    try (URLClassLoader hierarchy = new URLClassLoader(jars(lib, "*.jar"))) {
      ClassFile format = format(hierarchy);
      rewrite(only(lib, "picocli-*.jar"), content -> withStackMaps(format, content));
      for (URL jar : jars(lib, "tandem*.jar")) {
        rewrite(Path.of(URI.create(jar.toString())), content -> LinkedAhead.of(format, content));
      }
    }
    // which Java records how this starts
    Files.copy(
        Path.of(System.getProperty("java.home"), "release"),
        folder.resolve("tandem.release"),
        REPLACE_EXISTING);
    unpackSqlite(only(folder.resolve("lib"), "sqlite-jdbc-*.jar"), folder.resolve("native"));
  }

  private static Path only(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      return found.iterator().next();
    }
  }

  private static URL[] jars(Path folder, String pattern) throws IOException {
    List<URL> found = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
      for (Path jar : jars) {
        found.add(jar.toUri().toURL());
      }
    }
    return found.toArray(URL[]::new);
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

  private static void rewrite(Path jar, UnaryOperator<byte[]> rewritten) throws IOException {
    Path made = jar.resolveSibling(jar.getFileName() + ".made");
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
    if (changed) {
      FileTime before = Files.getLastModifiedTime(jar);
      Files.move(made, jar, REPLACE_EXISTING);
      Files.setLastModifiedTime(jar, before);
    } else {
      Files.delete(made);
    }
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
