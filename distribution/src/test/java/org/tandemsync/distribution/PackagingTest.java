package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tools/Packaging.java} makes of our classes says the same as before. */
final class PackagingTest {
  private static final String SAMPLE = PackagingSample.class.getName().replace('.', '/');

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void packaged() throws Exception {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    for (String library : new String[] {"picocli-1.jar", "sqlite-jdbc-1.jar"}) {
      new JarOutputStream(Files.newOutputStream(lib.resolve(library))).close();
    }
    jar = lib.resolve("tandem-sample.jar");
    fill(jar);
    pack();
  }

  private static void fill(Path jar) throws Exception {
    Path sample =
        Path.of(PackagingSample.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(SAMPLE)
            .getParent();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        DirectoryStream<Path> classes =
            Files.newDirectoryStream(sample, "PackagingSample*.class")) {
      for (Path file : classes) {
        entries.putNextEntry(
            new JarEntry(
                SAMPLE.substring(0, SAMPLE.lastIndexOf('/') + 1) + file.getFileName().toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  private void pack() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                Path.of("..", "tools", "Packaging.java").toString(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @Test
  void whatIsWrittenOutAnswersAsBefore() throws Exception {
    Object after;
    try (URLClassLoader packaged =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> sample = packaged.loadClass(PackagingSample.class.getName());
      assertThat(sample).isNotSameAs(PackagingSample.class);
      after = sample.getMethod("outcomes").invoke(null);
    }
    assertThat(after).isEqualTo(PackagingSample.outcomes());
    assertThat(PackagingSample.outcomes()).hasSizeGreaterThan(400);
    writtenOutAll();
    againChangesNothing();
    assertThat(folder.resolve("lib")).isDirectoryNotContaining("glob:**.made");
  }

  @Test
  void theLauncherGetsTheOptionsThatThisJavaKnows() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("tandem.start")))
        .containsExactly(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-AOTReplayTraining");
  }

  private void writtenOutAll() throws IOException {
    try (JarFile classes = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = classes.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        try (InputStream in = classes.getInputStream(entry)) {
          String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
          assertThat(constants).doesNotContain("java/lang/runtime/ObjectMethods");
          // the sample itself has a switch over constants too
          if (!entry.getName().equals(SAMPLE + ".class")) {
            assertThat(constants).doesNotContain("java/lang/runtime/SwitchBootstraps");
          }
        }
      }
    }
  }

  private void againChangesNothing() throws Exception {
    byte[] before = Files.readAllBytes(jar);
    pack();
    assertThat(Files.readAllBytes(jar)).isEqualTo(before);
  }
}
