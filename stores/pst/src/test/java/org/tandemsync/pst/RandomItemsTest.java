package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.mapi.AttachedObject;
import org.tandemsync.mapi.AttachmentEdit;
import org.tandemsync.mapi.EditedMessage;
import org.tandemsync.mapi.Message;
import org.tandemsync.mapi.MessageEdit;
import org.tandemsync.mapi.PropertyBag;
import org.tandemsync.mapi.PropertyEdits;
import org.tandemsync.mapi.PropertyName;
import org.tandemsync.mapi.PropertySets;
import org.tandemsync.mapi.PropertyTag;
import org.tandemsync.mapi.Tags;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.Database;
import org.tandemsync.pst.format.NodeEntry;
import org.tandemsync.pst.format.NodeId;

/**
 * Adds, changes, moves and deletes items in copies of files that Outlook made. After each
 * transaction the checker finds nothing, a fresh reading gives what was written, and no other node
 * has changed.
 */
class RandomItemsTest {
  private static final int TRANSACTIONS = Integer.getInteger("tandem.proofs", 30);
  private static final int COMPARED = 5;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  private final Map<NodeId, Expected> model = new HashMap<>();
  private final Set<NodeId> touched = new HashSet<>();

  /** What a message of ours has to hold: texts that tell everything that was set. */
  private record Expected(NodeId folder, TreeMap<String, String> values) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java-libpst/dist-list.pst",
        "java-libpst/passworded.pst",
        "outlook-pst-rs/Empty.pst",
        "pst-extractor/contacts.pst",
        "pst-extractor/alpha-beta-gamma-delta.pst",
        "tika/testPST.pst",
        "tika/testPST_variousBodyTypes.pst",
        "libyal/outlook.pst",
        "aspose/Outlook_1.pst"
      })
  void everyTransactionLeavesASoundFile(String sample) throws IOException {
    Path path = folder.resolve("copy.pst");
    Files.copy(Samples.path(sample), path);
    long seed = Long.getLong("tandem.seed", 20261122L);
    System.out.println("RandomItemsTest seed " + seed + " on " + sample);
    Random random = new Random(seed + sample.hashCode());
    Map<NodeId, NodeEntry> before = items(path);
    takeWhatIsThere(path);
    for (int i = 0; i < TRANSACTIONS; i++) {
      String what = "transaction " + i;
      try (PstFile file = PstFile.open(path)) {
        assertThat(file.refusal()).isEmpty();
        for (int j = random.nextInt(2); j >= 0; j--) {
          transaction(file, random);
        }
      }
      assertThat(PstCheck.run(path)).as(what).filteredOn(f -> !f.harmless()).isEmpty();
      if (i % COMPARED == COMPARED - 1 || i == TRANSACTIONS - 1) {
        compare(path, what);
      }
    }
    Map<NodeId, NodeEntry> after = items(path);
    before.keySet().removeAll(touched);
    assertThat(after).containsAllEntriesOf(before);
  }

  /** Outlook's own items are changed, moved and removed, too. */
  private void takeWhatIsThere(Path path) {
    try (PstFile file = PstFile.open(path)) {
      for (PstFolder f : file.folders()) {
        for (NodeId id : new Contents(file, f.id()).items()) {
          MessageNode message = file.message(file.database().requireNode(id));
          model.put(id, new Expected(f.id(), shown(message)));
        }
      }
    }
  }

  private static Map<NodeId, NodeEntry> items(Path path) {
    Map<NodeId, NodeEntry> items = new HashMap<>();
    try (PstFile file = PstFile.open(path)) {
      file.database()
          .forEachNode(
              n -> {
                if (n.id().type() == NodeId.MESSAGE || n.id().type() == NodeId.ASSOCIATED_MESSAGE) {
                  items.put(n.id(), n);
                }
              });
    }
    return items;
  }

  private void transaction(PstFile file, Random random) {
    List<PstFolder> folders = file.folders();
    ItemChanges changes = file.begin(NOW);
    Set<NodeId> busy = new HashSet<>();
    Map<NodeId, Expected> next = new HashMap<>(model);
    for (int i = random.nextInt(4); i >= 0; i--) {
      List<NodeId> ours = new ArrayList<>(model.keySet());
      ours.removeAll(busy);
      ours.sort((a, b) -> Integer.compareUnsigned(a.value(), b.value()));
      NodeId to = folders.get(random.nextInt(folders.size())).id();
      int what = ours.isEmpty() ? 0 : random.nextInt(6);
      if (what < 2) {
        MessageEdit edit = MessageEdit.ofNew();
        fill(edit, random);
        NodeId id = changes.add(to, edit);
        busy.add(id);
        next.put(id, new Expected(to, shown(EditedMessage.of(edit))));
        continue;
      }
      NodeId id = ours.get(random.nextInt(ours.size()));
      busy.add(id);
      touched.add(id);
      Expected old = java.util.Objects.requireNonNull(model.get(id));
      switch (what) {
        case 2 -> {
          changes.remove(id);
          next.remove(id);
        }
        case 3 -> {
          changes.move(id, to);
          next.put(id, new Expected(to, old.values()));
        }
        default -> {
          MessageEdit edit = MessageEdit.of(file.message(file.database().requireNode(id)));
          fill(edit, random);
          TreeMap<String, String> expected = shown(EditedMessage.of(edit));
          changes.change(id, edit);
          next.put(id, new Expected(old.folder(), expected));
        }
      }
    }
    file.commit(changes);
    model.clear();
    model.putAll(next);
  }

  // ---- edits ----

  private static void fill(MessageEdit edit, Random random) {
    PropertyEdits properties = edit.properties();
    if (edit.isNew()) {
      properties.text(Tags.MESSAGE_CLASS, "IPM.Appointment");
      properties.text(Tags.SUBJECT, "\1\1Something " + random.nextInt(1000));
      properties.text(new PropertyTag(0x0070), "Something");
      properties.integer(new PropertyTag(0x0E07), random.nextInt(2));
      properties.integer(Tags.IMPORTANCE, 1);
    }
    any(random, () -> properties.text(Tags.BODY, text(random)));
    any(random, () -> properties.remove(Tags.BODY));
    any(random, () -> properties.bytes(Tags.HTML, bytes(random)));
    any(random, () -> properties.texts(Tags.KEYWORDS, List.of("red", text(random))));
    any(random, () -> properties.flag(name(random), random.nextBoolean()));
    any(random, () -> properties.time(name(random), NOW.plusSeconds(random.nextInt())));
    any(
        random,
        () ->
            properties.text(
                PropertyName.of(PropertySets.PUBLIC_STRINGS, "name " + random.nextInt(50)),
                text(random)));
    any(random, () -> recipients(edit, random));
    any(random, () -> attachments(edit, random, 0));
  }

  private static void any(Random random, Runnable change) {
    if (random.nextInt(3) == 0) {
      change.run();
    }
  }

  private static PropertyName name(Random random) {
    return PropertyName.of(
        random.nextInt(4) == 0 ? new java.util.UUID(7, random.nextInt(3)) : PropertySets.TASK,
        0x8F00 + random.nextInt(40));
  }

  private static String text(Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(60_000) : random.nextInt(60);
    StringBuilder text = new StringBuilder("t");
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private static Bytes bytes(Random random) {
    byte[] bytes =
        new byte[random.nextInt(8) == 0 ? random.nextInt(900_000) : random.nextInt(6_000)];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private static void recipients(MessageEdit edit, Random random) {
    List<PropertyEdits> all = new ArrayList<>();
    for (PropertyBag bag : edit.before().recipients()) {
      if (random.nextBoolean()) {
        PropertyEdits kept = new PropertyEdits(bag);
        any(random, () -> kept.integer(Tags.RECIPIENT_RESPONSE, random.nextInt(4)));
        all.add(kept);
      }
    }
    for (int i = random.nextInt(20); i > 0; i--) {
      PropertyEdits added = PropertyEdits.ofNew();
      added
          .integer(Tags.RECIPIENT_TYPE, 1)
          .text(Tags.DISPLAY_NAME, text(random))
          .text(Tags.ADDRESS_TYPE, "SMTP")
          .bytes(Tags.ENTRY_ID, bytes(random));
      all.add(added);
    }
    edit.recipients(all);
  }

  private static void attachments(MessageEdit edit, Random random, int depth) {
    List<AttachedObject> before = edit.before().attachments();
    for (int i = 0; i < before.size(); i++) {
      int position = i;
      any(random, () -> edit.removeAttachment(position));
      any(
          random,
          () ->
              fill(
                  edit.attachment(position),
                  before.get(position).embedded().isPresent(),
                  random,
                  depth));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      fill(edit.addAttachment(), random.nextBoolean(), random, depth);
    }
  }

  private static void fill(AttachmentEdit edit, boolean message, Random random, int depth) {
    edit.properties().text(Tags.ATTACHMENT_LONG_NAME, text(random));
    if (!message) {
      edit.properties().bytes(Tags.ATTACHMENT_DATA, bytes(random));
      edit.properties().integer(Tags.ATTACHMENT_METHOD, AttachedObject.BY_VALUE);
      return;
    }
    edit.properties().integer(Tags.ATTACHMENT_METHOD, AttachedObject.EMBEDDED);
    PropertyEdits inner = edit.embedded().properties();
    inner.text(Tags.MESSAGE_CLASS, "IPM.OLE.CLASS");
    inner.text(Tags.SUBJECT, text(random));
    any(random, () -> recipients(edit.embedded(), random));
    if (depth < 2) {
      any(random, () -> attachments(edit.embedded(), random, depth + 1));
    }
  }

  // ---- what there is ----

  private void compare(Path path, String what) {
    try (PstFile file = PstFile.open(path)) {
      Database database = file.database();
      model.forEach(
          (id, expected) -> {
            assertThat(database.requireNode(id).entry().parent()).isEqualTo(expected.folder());
            TreeMap<String, String> now = shown(file.message(database.requireNode(id)));
            assertThat(now).as(what).isEqualTo(expected.values());
          });
    }
  }

  /** Every property that a test sets, of the message and of all its parts, as texts by place. */
  private static TreeMap<String, String> shown(Message message) {
    TreeMap<String, String> all = new TreeMap<>();
    show("", message, all);
    return all;
  }

  private static void show(String at, Message message, Map<String, String> into) {
    show(at, message.properties(), into);
    int number = 0;
    for (PropertyBag recipient : message.recipients()) {
      show(at + "r" + number++ + "/", recipient, into);
    }
    into.put(at + "recipients", "" + number);
    number = 0;
    for (AttachedObject attachment : message.attachments()) {
      String place = at + "a" + number++ + "/";
      show(place, attachment.properties(), into);
      attachment.embedded().ifPresent(m -> show(place + "m/", m, into));
    }
    into.put(at + "attachments", "" + number);
  }

  /** Not those that the file sets itself. */
  private static final Set<Integer> DERIVED =
      Set.of(
          0x0E07, 0x0E08, 0x0E1B, 0x0E20, 0x3007, 0x3008, 0x300B, 0x370B, 0x67F2, 0x67F3, 0x3701,
          0x3705);

  private static void show(String at, PropertyBag bag, Map<String, String> into) {
    bag.raw()
        .values()
        .forEach(
            p -> {
              boolean file = p.id() == 0x3701 && p.type() == 0x0102;
              if (!DERIVED.contains(p.id()) || file) {
                String name =
                    p.id() < 0x8000
                        ? Integer.toHexString(p.id())
                        : bag.names().name(p.id()).orElseThrow().toString();
                byte[] value = p.value().all(1 << 26).toArray();
                int size =
                    switch (p.type()) {
                      case 0x000B -> 1;
                      case 0x0002 -> 2;
                      default -> value.length;
                    };
                into.put(
                    at + name,
                    p.type()
                        + ":"
                        + size
                        + ":"
                        + java.util.Arrays.hashCode(java.util.Arrays.copyOf(value, size)));
              }
            });
  }
}
