package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.items.Contact;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.items.Photo;
import org.tandemsync.pst.check.PstCheck;
import org.tandemsync.pst.format.RecordingChannel;
import org.tandemsync.pst.standin.DamagedFile;
import org.tandemsync.pst.standin.DamagedFile.Entry;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreException.Reason;
import org.tandemsync.sync.Written;

/**
 * Files that can be read, and in which a write would take places for free that are in use: it is
 * refused before a byte is changed. What is harmless does not keep anybody from writing.
 */
class DamagedPlacesTest {
  private static final int END = 184;
  private static final int MAPS_VALID = 248;
  private static final long STRETCH = DamagedFile.STRETCH;
  private static final long FIRST_MAP = DamagedFile.FIRST_MAP;

  private static byte[] sound = {};

  @TempDir Path folder;

  /** A file that Outlook has made, with as much in it that its trees have several pages. */
  @BeforeAll
  static void aSoundFile(@TempDir Path folder) throws IOException {
    Path path = Files.copy(Samples.path("java-libpst/dist-list.pst"), folder.resolve("a.pst"));
    try (PstFile file = PstFile.open(path)) {
      List<Effect<Item>> effects = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        effects.add(creating("c" + i, 2_000));
      }
      assertThat(store(file).write(effects)).allMatch(Written.Done.class::isInstance);
    }
    assertThat(PstCheck.run(path)).filteredOn(f -> !f.harmless()).isEmpty();
    sound = Files.readAllBytes(path);
    assertThat(new DamagedFile(sound).maps()).isGreaterThan(1);
  }

  private static Effect<Item> creating(String uid, int size) {
    byte[] picture = new byte[size];
    new Random(uid.hashCode()).nextBytes(picture);
    Item item =
        Contact.builder()
            .uid(uid)
            .fullName("Contact " + uid)
            .photo(new Photo(Bytes.of(picture), "image/jpeg"))
            .build();
    return new Effect.Create<>(uid, item, new Stamp(new LinkId(uid), 1), uid);
  }

  private static List<Effect<Item>> changes() {
    return List.of(creating("new", 90_000));
  }

  private static PstStore store(PstFile file) {
    return Samples.store(file, file.folder("Contacts"), Family.CONTACTS);
  }

  /** All items, as they are read. */
  private static Map<ItemId, Found<Item>> items(PstFile file) {
    PstStore store = store(file);
    List<ItemId> ids = store.list(null).rows().stream().map(Listing.Row::id).toList();
    List<Found<Item>> found = store.read(ids);
    Map<ItemId, Found<Item>> items = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    for (int i = 0; i < ids.size(); i++) {
      items.put(ids.get(i), found.get(i));
    }
    return items;
  }

  // ---- what must not be written to ----

  private static final String FREE = "bytes as free that are in use";
  private static final String SHARED = "two things share the place";
  private static final String BEHIND = "behind the end that its header names";
  private static final String NOWHERE = "where nothing can be";
  private static final String NO_LENGTH = "that no data file has";
  private static final String COUNTS = ", which counts ";

  /** What is wrong, and what is said of it. */
  private enum Damage {
    A_BLOCK_IS_FREE(FREE, f -> f.free(f.i64(block(f, 20).at() + 8), 1)),
    THE_LAST_BLOCK_IS_FREE(FREE, f -> f.free(lastPlace(f), 1)),
    THE_ROOT_OF_THE_BLOCKS_IS_FREE(FREE, f -> f.free(f.i64(DamagedFile.BLOCKS), 8)),
    A_PAGE_OF_THE_NODES_IS_FREE(
        FREE, f -> f.free(f.i64(f.root(DamagedFile.NODES).getFirst().at() + 16), 8)),
    A_MAP_IS_FREE(FREE, f -> f.free(FIRST_MAP + STRETCH, 8)),
    ALMOST_ALL_IS_FREE(FREE, f -> f.free(FIRST_MAP + 40 * 8 * 64, 800)),
    A_MAP_HAS_A_WRONG_CHECKSUM("allocation map at offset", f -> f.bytes()[0x4400 + 495] ^= 1),
    A_MAP_IS_THAT_OF_ANOTHER_PLACE(
        "allocation map at offset",
        f -> System.arraycopy(f.bytes(), 0x4400, f.bytes(), (int) (0x4400 + STRETCH), 512)),
    THE_FILE_ENDS_EARLIER(BEHIND, f -> f.header(h -> h.putLong(END, h.getLong(END) - STRETCH))),
    THE_FILE_ENDS_WITHIN_A_STRETCH(
        NO_LENGTH, f -> f.header(h -> h.putLong(END, h.getLong(END) - 64))),
    THE_FILE_HAS_NO_LENGTH(NO_LENGTH, f -> f.header(h -> h.putLong(END, 0))),
    TWO_BLOCKS_HAVE_ONE_PLACE(SHARED, f -> move(f, 21, f.i64(block(f, 20).at() + 8))),
    A_BLOCK_IS_IN_ANOTHER(SHARED, f -> move(f, 21, f.i64(block(f, picture(f)).at() + 8) + 64)),
    A_BLOCK_IS_ON_A_PAGE(SHARED, f -> move(f, 20, f.i64(DamagedFile.NODES) + 64)),
    A_BLOCK_IS_ON_A_MAP(SHARED, f -> move(f, 20, FIRST_MAP)),
    A_BLOCK_IS_BEHIND_THE_END(BEHIND, f -> move(f, 20, f.i64(END))),
    A_BLOCK_IS_FAR_BEHIND_THE_END(BEHIND, f -> move(f, 20, Long.MAX_VALUE - 63)),
    A_BLOCK_IS_OVER_THE_END("reaches into the next map", f -> move(f, picture(f), f.i64(END) - 64)),
    A_BLOCK_IS_IN_THE_HEADER(NOWHERE, f -> move(f, 20, 0)),
    A_BLOCK_IS_BEFORE_THE_FILE(NOWHERE, f -> move(f, 20, Long.MIN_VALUE)),
    A_BLOCK_IS_BETWEEN_PLACES(NOWHERE, f -> move(f, 20, f.i64(block(f, 20).at() + 8) + 8)),
    A_BLOCK_IS_TOO_LARGE(
        "larger than a block can be",
        f -> f.entry(block(f, 20), e -> e.putShort(16, (short) 0xFFF0))),
    A_PAGE_COMES_TWICE(
        SHARED,
        f -> {
          List<Entry> root = f.root(DamagedFile.NODES);
          f.entry(root.get(1), e -> e.putLong(8, f.i64(root.getFirst().at() + 8)));
          f.entry(root.get(1), e -> e.putLong(16, f.i64(root.getFirst().at() + 16)));
        }),
    A_PAGE_HAS_THE_KEYS_OF_ANOTHER(
        "keys of another page",
        f -> f.entry(f.root(DamagedFile.BLOCKS).get(1), e -> e.putLong(0, e.getLong(0) + 4))),
    A_PAGE_HAS_A_WRONG_CHECKSUM(
        "wrong checksum", f -> f.bytes()[f.leaves(DamagedFile.BLOCKS).get(60).page() + 480] ^= 1),
    TWO_NODES_LEAD_TO_ONE_BLOCK(COUNTS, f -> node(f, 40, 8, f.i64(node(f, 41).at() + 8))),
    TWO_NODES_LEAD_TO_ONE_LIST_OF_SUBNODES(
        COUNTS,
        f -> node(f, lastWithSubnodes(f) - 1, 16, f.i64(node(f, lastWithSubnodes(f)).at() + 16))),
    A_BLOCK_COUNTS_NOBODY(COUNTS, f -> f.entry(block(f, 20), e -> e.putShort(18, (short) 1))),
    A_NODE_LEADS_TO_A_BLOCK_TO_COME(
        "does not exist yet", f -> node(f, 40, 8, f.i64(516) + 8 & ~3L));

    private final String told;
    private final Consumer<DamagedFile> damage;

    Damage(String told, Consumer<DamagedFile> damage) {
      this.told = told;
      this.damage = damage;
    }

    private static Entry block(DamagedFile f, int index) {
      return f.leaves(DamagedFile.BLOCKS).get(index);
    }

    private static void move(DamagedFile f, int index, long to) {
      f.entry(block(f, index), e -> e.putLong(8, to));
    }

    private static Entry node(DamagedFile f, int index) {
      return f.leaves(DamagedFile.NODES).get(index);
    }

    private static void node(DamagedFile f, int index, int field, long block) {
      f.entry(node(f, index), e -> e.putLong(field, block));
    }

    private static int lastWithSubnodes(DamagedFile f) {
      List<Entry> nodes = f.leaves(DamagedFile.NODES);
      int last = nodes.size() - 1;
      while (f.i64(nodes.get(last).at() + 16) == 0) {
        last--;
      }
      return last;
    }

    /** A block of many slots that is of no folder. */
    private static int picture(DamagedFile f) {
      List<Entry> blocks = f.leaves(DamagedFile.BLOCKS);
      int at = blocks.size() / 2;
      while ((f.i64(blocks.get(at).at() + 16) & 0xFFFF) / 1_000 != 2) {
        at++;
      }
      return at;
    }

    private static long lastPlace(DamagedFile f) {
      return f.leaves(DamagedFile.BLOCKS).stream()
          .mapToLong(e -> f.i64(e.at() + 8))
          .max()
          .orElseThrow();
    }

    /** The maps are not believed when they are made anew. */
    boolean isOfMaps() {
      return told.equals(FREE) || told.startsWith("allocation map");
    }
  }

  private void assertRefused(byte[] bytes, String told) throws IOException {
    Path path = Files.write(folder.resolve("damaged.pst"), bytes);
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> store.write(changes()))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
            .hasMessageStartingWith(path + " is damaged: ")
            .hasMessageContaining(told)
            .hasMessageContaining("scanpst.exe");
      }
      assertThat(store.list(null).rows()).hasSize(152);
    }
    assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
    assertThat(path.resolveSibling("damaged.pst.tandem-journal")).doesNotExist();
  }

  private static DamagedFile damaged(Damage damage) {
    DamagedFile file = new DamagedFile(sound);
    damage.damage.accept(file);
    return file;
  }

  @ParameterizedTest
  @EnumSource
  void noByteOfIt(Damage damage) throws IOException {
    assertRefused(damaged(damage).bytes(), damage.told);
  }

  /** The maps are to be made anew from the trees: then all the more these have to be right. */
  @ParameterizedTest
  @EnumSource
  void norWhenItsMapsAreNotValid(Damage damage) throws IOException {
    if (!damage.isOfMaps()) {
      DamagedFile file = damaged(damage);
      file.header(h -> h.put(MAPS_VALID, (byte) 0));
      assertRefused(file.bytes(), damage.told);
    }
  }

  /** What a crash leaves behind the end is cut off; but not as long as anything is wrong. */
  @ParameterizedTest
  @EnumSource
  void norWhenThereIsMoreBehindItsEnd(Damage damage) throws IOException {
    byte[] bytes = damaged(damage).bytes();
    boolean taken = damage.told.equals(BEHIND); // what lay behind the end lies within the file now
    assertRefused(Arrays.copyOf(bytes, bytes.length + 700), taken ? BEHIND : damage.told);
  }

  // ---- what is harmless ----

  private enum Harmless {
    /** Lost room. */
    FREE_IS_SHOWN_AS_USED(f -> f.map(1, m -> m.put(495, (byte) 0xFF))),
    THE_COUNT_OF_FREE_BYTES_IS_WRONG(f -> f.header(h -> h.putLong(200, 64))),
    BLOCKS_COUNT_TOO_MUCH(
        f -> f.entry(f.leaves(DamagedFile.BLOCKS).get(20), e -> e.putShort(18, (short) 9))),
    /** They are made anew. */
    NO_MAP_IS_VALID(
        f -> {
          f.free(FIRST_MAP + 40 * 8 * 64, 800);
          f.bytes()[0x4400 + 495] ^= 1;
          f.header(h -> h.put(MAPS_VALID, (byte) 0));
        });

    private final Consumer<DamagedFile> damage;

    Harmless(Consumer<DamagedFile> damage) {
      this.damage = damage;
    }
  }

  private void assertWritten(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("harmless.pst"), bytes);
    Map<ItemId, Found<Item>> before;
    try (PstFile file = PstFile.open(path)) {
      before = items(file);
      assertThat(store(file).write(changes())).allMatch(Written.Done.class::isInstance);
    }
    try (PstFile file = PstFile.open(path)) {
      assertThat(items(file)).hasSize(153).containsAllEntriesOf(before);
      assertThat(file.database().header().end()).isEqualTo(Files.size(path));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isWrittenTo(Harmless harmless) throws IOException {
    DamagedFile file = new DamagedFile(sound);
    harmless.damage.accept(file);
    assertWritten(file.bytes());
    assertWritten(Arrays.copyOf(file.bytes(), file.bytes().length + 700));
  }

  /** Outlook or Tandem had made the file longer, and came no further. */
  @Test
  void whatLiesBehindTheEndAndIsReachedByNothingIsCutOff() throws IOException {
    for (int more : new int[] {1, 64, 512, (int) STRETCH, 3 * (int) STRETCH}) {
      assertWritten(Arrays.copyOf(sound, sound.length + more));
    }
  }

  // ---- only what others have written is looked at ----

  /** Counts what is read after the file was opened for writing. */
  private static final class Reads implements UnaryOperator<FileChannel> {
    private final List<RecordingChannel> opened = new ArrayList<>();

    @Override
    public FileChannel apply(FileChannel file) {
      opened.add(RecordingChannel.over(file, false));
      return opened.getLast();
    }
  }

  private long bytesRead(Path path, Checkpoint since) {
    Reads reads = new Reads();
    try (PstFile file = PstFile.open(path, reads)) {
      PstStore store = store(file);
      store.list(since);
      assertThat(store.write(List.of(creating("another", 2_000))))
          .allMatch(Written.Done.class::isInstance);
    }
    return reads.opened.getFirst().bytesRead();
  }

  @Test
  void whatTandemItselfHasWrittenLastIsNotReadAgain() throws IOException {
    Path path = Files.write(folder.resolve("ours.pst"), sound);
    Checkpoint listed;
    Checkpoint behind;
    try (PstFile file = PstFile.open(path)) {
      PstStore store = store(file);
      listed = Objects.requireNonNull(store.list(null).next());
      store.write(changes());
      behind = store.behindOwnWrites(listed);
    }
    byte[] ours = Files.readAllBytes(path);
    long known = bytesRead(path, behind);
    Files.write(path, ours); // at another time
    long unknown = bytesRead(path, behind);
    assertThat(unknown - known).isGreaterThanOrEqualTo(new DamagedFile(ours).maps() * 512L);
  }
}
