package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pff.PSTException;
import com.pff.PSTObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Appointment;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Item;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.mapi.item.CommonFields;
import org.tandemsync.pst.format.NodeId;

/**
 * Three readers by others find the same messages. Test_part1.pst is not made by Outlook and
 * slightly defective: readpst and pffexport lose contacts of it, java-libpst finds all.
 */
class ForeignReadersTest {

  /** Subject and class of every message that a folder lists. */
  private static List<String> ours(Path path) {
    List<String> found = new ArrayList<>();
    try (PstFile file = PstFile.open(path)) {
      for (PstFolder folder : file.folders()) {
        Contents contents = new Contents(file, folder.id());
        for (NodeId id : contents.items()) {
          PropertyBag bag = file.message(file.database().requireNode(id)).properties();
          found.add(line(folder.name(), bag.text(Tags.MESSAGE_CLASS), CommonFields.subject(bag)));
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static String line(String folder, String messageClass, String subject) {
    return folder + ": " + messageClass + " \"" + subject + "\"";
  }

  static Stream<String> unicodeSamples() {
    return Samples.expected()
        .map(Samples.Expected::file)
        // its folders begin elsewhere, and java-libpst cannot decode code page 932
        .filter(f -> !f.endsWith(".ost") && !f.contains("97-2002"));
  }

  @ParameterizedTest
  @MethodSource("unicodeSamples")
  void javaLibpstListsTheSame(String sample) throws IOException, PSTException {
    javaLibpst(Samples.path(sample));
  }

  static void javaLibpst(Path path) throws IOException, PSTException {
    com.pff.PSTFile file = new com.pff.PSTFile(path.toFile());
    try {
      List<String> theirs = new ArrayList<>();
      long top = topFolder(path);
      visit((com.pff.PSTFolder) PSTObject.detectAndLoadPSTObject(file, top), theirs, false);
      assertThat(theirs.stream().sorted().toList()).isEqualTo(ours(path));
    } finally {
      file.close();
    }
  }

  private static long topFolder(Path path) {
    try (PstFile file = PstFile.open(path)) {
      NodeId first = file.folders().getFirst().id();
      return file.database().entry(first).orElseThrow().parent().value();
    }
  }

  private static void visit(com.pff.PSTFolder folder, List<String> into, boolean itself)
      throws PSTException, IOException {
    if (itself) {
      for (PSTObject o = folder.getNextChild(); o != null; o = folder.getNextChild()) {
        if (o instanceof com.pff.PSTMessage message) {
          into.add(line(folder.getDisplayName(), message.getMessageClass(), message.getSubject()));
        }
      }
    }
    Vector<com.pff.PSTFolder> below = folder.getSubFolders();
    for (com.pff.PSTFolder sub : below) {
      visit(sub, into, true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java-libpst/dist-list.pst",
        "java-libpst/passworded.pst",
        "aspose/Outlook_1.pst",
        "pst-extractor/contacts.pst"
      })
  void readpstFindsTheSameAppointmentsAndContacts(String sample, @TempDir Path folder)
      throws IOException, InterruptedException {
    readpst(Samples.path(sample), folder);
  }

  static void readpst(Path path, Path folder) throws IOException, InterruptedException {
    run(List.of("readpst", "-q", "-e", "-o", folder.toString(), absolute(path)), folder);
    List<String> theirs = new ArrayList<>();
    for (Path file : filesBelow(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".ics")) {
        theirs.add("appointment " + value(file, "SUMMARY:"));
      } else if (name.endsWith(".vcf")) {
        theirs.add("contact " + value(file, "FN:"));
      }
    }
    List<String> ours =
        Reading.items(path).stream()
            .filter(i -> i instanceof Appointment || i instanceof Contact)
            // readpst writes what the contact is filed under as FN
            .map(i -> i.type().label() + " " + (i instanceof Contact c ? c.fileAs() : i.title()))
            .toList();
    assertThat(theirs).containsExactlyInAnyOrderElementsOf(ours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java-libpst/dist-list.pst",
        "aspose/Outlook_1.pst",
        "java-libpst/passworded.pst",
        "aspose/SampleContacts1.pst",
        "pst-extractor/contacts.pst"
      })
  void pffexportFindsTheSameItems(String sample, @TempDir Path folder)
      throws IOException, InterruptedException {
    pffexport(Samples.path(sample), folder);
  }

  static void pffexport(Path path, Path folder) throws IOException, InterruptedException {
    run(
        List.of(
            "pffexport", "-q", "-m", "items", "-t", folder.resolve("x").toString(), absolute(path)),
        folder);
    List<String> theirs = new ArrayList<>();
    for (Path file : filesBelow(folder)) {
      boolean embedded = file.toString().contains(File.separator + "Attachments" + File.separator);
      boolean deleted = file.toString().contains("Deleted Items");
      if (embedded || deleted) {
        continue;
      }
      switch (file.getFileName().toString()) {
        case "Appointment.txt" -> theirs.add("appointment " + value(file, "Subject:"));
        case "Task.txt" -> theirs.add("task " + value(file, "Subject:"));
        case "Contact.txt" -> theirs.add("contact " + value(file, "Display name:"));
        case "DistributionList.txt" -> theirs.add("list " + value(file, "Subject:"));
        default -> {}
      }
    }
    List<Item> ours = Reading.items(path);
    assertThat(theirs)
        .containsExactlyInAnyOrderElementsOf(
            ours.stream().map(i -> i.type().label() + " " + i.title()).toList());
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().toString();
  }

  private static void run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    output(command, folder);
  }

  /** Runs a foreign program, which is to succeed, in a folder; skips the test if it is missing. */
  static String output(List<String> command, Path folder) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException notInstalled) {
      System.out.println(command.getFirst() + " is not installed: not compared with it");
      assumeTrue(false, command.getFirst() + " is not installed");
      return "";
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String value(Path file, String name) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8)
        .lines()
        .filter(l -> l.startsWith(name))
        .findFirst()
        .map(l -> l.substring(name.length()).strip())
        .orElse("")
        .replace("\\,", ",")
        .replace("\\;", ";");
  }

  @Test
  void oursListsWhatThereIs() {
    assertThat(ours(Samples.path("java-libpst/dist-list.pst")))
        .containsExactly(
            "Calendar: IPM.Appointment \"Test appointment\"",
            "Contacts: IPM.Contact \"contact name 1\"",
            "Contacts: IPM.DistList \"test dist list\"");
  }
}
