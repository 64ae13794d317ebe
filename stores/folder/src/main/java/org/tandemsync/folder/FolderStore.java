package org.tandemsync.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tandemsync.convert.AddressBook;
import org.tandemsync.convert.ResourceLens;
import org.tandemsync.items.DistributionList;
import org.tandemsync.items.Family;
import org.tandemsync.items.Item;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Effect;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.Listing;
import org.tandemsync.sync.Lost;
import org.tandemsync.sync.Replica;
import org.tandemsync.sync.Revision;
import org.tandemsync.sync.Stamp;
import org.tandemsync.sync.Store;
import org.tandemsync.sync.StoreException;
import org.tandemsync.sync.StoreTraits;
import org.tandemsync.sync.Written;

/**
 * The items of one family in a directory. The id of an item is the name of its file, its revision
 * the SHA-256 of its content. Files of other kinds, folders and links are left alone.
 */
public final class FolderStore implements Store<Item> {
  private static final int MAX_BYTES = 64 << 20;

  private final ItemFiles files;
  private final ResourceLens lens;
  private final LensLosses losses;
  private final boolean writable;
  private @Nullable AddressBook book;
  private @Nullable StoreException trouble;

  private FolderStore(ItemFiles files, ResourceLens lens) {
    this.files = files;
    this.lens = lens;
    this.losses = new LensLosses(lens);
    this.writable = Files.isWritable(files.directory());
  }

  /**
   * Opens a directory.
   *
   * @param lens of the family
   * @throws StoreException if it is not there: a disk that is not mounted is no reason to delete
   */
  public static FolderStore open(
      Path directory, Family family, ResourceLens lens, InstantSource clock) {
    Set<String> endings = family == Family.CONTACTS ? Set.of(".vcf", ".vlf") : Set.of(".ics");
    FolderStore store = new FolderStore(new ItemFiles(directory, endings), lens);
    store.requireDirectory();
    try {
      store.files.clean(clock.instant());
    } catch (IOException leftForNextTime) {
      // Left-overs take space only; they are never listed.
    }
    return store;
  }

  /** Makes the directory if only that is missing, and opens it. */
  public static FolderStore make(
      Path directory, Family family, ResourceLens lens, InstantSource clock) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw DiskTrouble.of(directory, e);
    }
    return open(directory, family, lens, clock);
  }

  private void requireDirectory() {
    if (!Files.isDirectory(files.directory())) {
      throw DiskTrouble.notThere(files.directory());
    }
  }

  @Override
  public StoreTraits traits() {
    boolean writable = Files.isWritable(files.directory());
    return new StoreTraits(
        files.directory().toString(),
        writable ? null : "the rights of " + files.directory() + " do not allow to write in it");
  }

  @Override
  public Listing list(@Nullable Checkpoint since) {
    check();
    List<Listing.Row> rows = new ArrayList<>();
    try {
      for (String name : files.names()) {
        row(name, rows);
      }
    } catch (IOException e) {
      throw DiskTrouble.of(files.directory(), e);
    }
    requireDirectory(); // it may have been unmounted meanwhile
    return Listing.complete(rows, null);
  }

  private void row(String name, List<Listing.Row> rows) {
    try {
      rows.add(new Listing.Row(new ItemId(name), new Revision(files.hash(name))));
    } catch (NoSuchFileException removedMeanwhile) {
      // Not there any more.
    } catch (IOException e) {
      rows.add(new Listing.Row(new ItemId(name), null));
    }
  }

  @Override
  public Checkpoint behindOwnWrites(Checkpoint listed) {
    return listed;
  }

  @Override
  public List<Found<Item>> read(List<ItemId> ids) {
    check();
    List<Found<Item>> found = new ArrayList<>(ids.size());
    for (ItemId id : ids) {
      Found<Item> one = read(id);
      found.add(
          one instanceof Found.Present<Item>(Replica<Item> there)
              ? new Found.Present<>(withMembers(there))
              : one);
    }
    return found;
  }

  /** A list with the names and addresses of members that it knows by UID or file only. */
  private Replica<Item> withMembers(Replica<Item> r) {
    return r.item() instanceof DistributionList list
        ? new Replica<>(
            r.id(), r.revision(), book().asRead(list), r.stamp(), r.losses(), r.original())
        : r;
  }

  /** Every card of the directory; made once a list is read or written. */
  private AddressBook book() {
    AddressBook known = book;
    if (known != null) {
      return known;
    }
    AddressBook made = new AddressBook();
    each(item -> made.add(item.id().value(), item.item()));
    book = made;
    return made;
  }

  private void each(Consumer<Replica<Item>> items) {
    try {
      for (String name : files.names()) {
        if (read(new ItemId(name)) instanceof Found.Present<Item> present) {
          items.accept(present.replica());
        }
      }
    } catch (IOException e) {
      throw DiskTrouble.of(files.directory(), e);
    }
  }

  /** The item with members named as the list at hand names them. */
  private Item asWritten(Item item, boolean files) {
    return item instanceof DistributionList list ? book().asWritten(list, files) : item;
  }

  private Found<Item> read(ItemId id) {
    if (!files.isItem(id.value())) {
      return new Found.Unreadable<>(id, null, id.value(), "this is no name of an item's file");
    }
    byte[] content;
    try {
      content = files.read(id.value(), MAX_BYTES);
    } catch (NoSuchFileException e) {
      requireDirectory();
      return new Found.Absent<>(id);
    } catch (IOException e) {
      return new Found.Unreadable<>(
          id, null, id.value(), "the file cannot be read: " + DiskTrouble.words(e));
    }
    Revision revision = new Revision(ItemFiles.hash(content));
    if (content.length > MAX_BYTES) {
      return new Found.Unreadable<>(
          id, null, id.value(), "the file is larger than " + (MAX_BYTES >> 20) + " MB");
    }
    try {
      return understood(id, revision, ItemFiles.text(content));
    } catch (CharacterCodingException e) {
      return new Found.Unreadable<>(id, revision, id.value(), "the file is not in UTF-8");
    }
  }

  private Found<Item> understood(ItemId id, Revision revision, String text) {
    return switch (lens.get(text)) {
      case ResourceLens.Reading.Understood u -> {
        String stamp = u.stamp();
        yield new Found.Present<>(
            new Replica<>(
                id,
                revision,
                u.item(),
                stamp == null ? null : Stamp.parse(stamp).orElse(null),
                LensLosses.reading(u.losses()),
                text));
      }
      case ResourceLens.Reading.Foreign foreign -> new Found.Foreign<>(id, revision);
      case ResourceLens.Reading.Broken broken ->
          new Found.Unreadable<>(
              id,
              revision,
              broken.title().isBlank() ? id.value() : broken.title(),
              broken.reason());
    };
  }

  @Override
  public List<Written> write(List<Effect<Item>> effects) {
    check();
    requireDirectory();
    book = null; // what is written changes it
    String readOnly = traits().readOnly();
    if (readOnly != null && writable) {
      throw DiskTrouble.locked(readOnly); // no item is to blame: none is put into quarantine
    }
    List<Written> outcomes = new ArrayList<>(effects.size());
    for (Effect<Item> effect : effects) {
      StoreException why = trouble;
      outcomes.add(
          readOnly != null
              ? new Written.Refused(readOnly)
              : why != null
                  ? new Written.NotDone(String.valueOf(why.getMessage()))
                  : carryOut(effect));
    }
    if (trouble != null && outcomes.stream().allMatch(o -> o instanceof Written.NotDone)) {
      check();
    }
    return outcomes;
  }

  @Override
  public boolean gathers(List<Effect<Item>> creates) {
    return false;
  }

  @Override
  public Writing begin(List<Effect<Item>> effects) {
    return Writing.done(write(effects));
  }

  /**
   * Throws, once, what kept an earlier call from going on: its own outcomes were not to be lost.
   */
  private void check() {
    StoreException why = trouble;
    trouble = null;
    if (why != null) {
      throw why;
    }
  }

  private Written carryOut(Effect<Item> effect) {
    try {
      return switch (effect) {
        case Effect.Create<Item> create -> create(create);
        case Effect.Update<Item> update -> update(update);
        case Effect.Delete<Item> delete -> delete(delete);
      };
    } catch (NoSuchFileException e) {
      if (Files.isDirectory(files.directory())) {
        return new Written.Gone();
      }
      return halt(e);
    } catch (ItemFiles.NoWriting e) {
      return halt(e.why());
    } catch (IOException e) {
      return DiskTrouble.ofAll(files.directory(), e)
          ? halt(e)
          : new Written.Refused(DiskTrouble.ofOne(files.directory(), name(effect), e));
    } catch (RuntimeException e) {
      return new Written.Refused("it cannot be written as a file: " + e.getMessage());
    }
  }

  private String name(Effect<Item> effect) {
    return switch (effect) {
      case Effect.Create<Item> create -> FileNames.of(create.uid(), lens.extension(create.item()));
      case Effect.Update<Item> update -> update.id().value();
      case Effect.Delete<Item> delete -> delete.id().value();
    };
  }

  private Written halt(IOException e) {
    StoreException why = DiskTrouble.of(files.directory(), e);
    trouble = why;
    return new Written.NotDone(String.valueOf(why.getMessage()));
  }

  private Written create(Effect.Create<Item> create) throws IOException {
    String name = name(create);
    if (files.exists(name)) {
      return new Written.Exists(new ItemId(name), "there is a file " + name);
    }
    Item item = asWritten(create.item(), lens.extension(create.item()).equals(".vlf"));
    var made = lens.again(create.original(), item, create.stamp().text());
    byte[] content = ItemFiles.bytes(made.text());
    try {
      files.create(name, content);
    } catch (FileAlreadyExistsException e) {
      return new Written.Exists(new ItemId(name), "there is a file " + name);
    }
    Written done = new Written.Done(new ItemId(name), new Revision(ItemFiles.hash(content)));
    return losses.told(done, create.item(), LensLosses.all(create.item()), made);
  }

  private Written update(Effect.Update<Item> update) throws IOException {
    String name = update.id().value();
    if (!files.isItem(name) || !files.exists(name)) {
      return new Written.Gone();
    }
    byte[] previous = files.read(name, MAX_BYTES);
    if (!update.expected().value().equals(ItemFiles.hash(previous))) {
      return new Written.Stale();
    }
    String before = ItemFiles.text(previous);
    Item item = asWritten(update.item(), lens.mediaType(before).startsWith("text/x-vlist"));
    var changed = lens.change(before, item, update.fields(), update.stamp().text());
    byte[] content = ItemFiles.bytes(changed.text());
    boolean replaced =
        files.replace(name, content, () -> update.expected().value().equals(files.hash(name)));
    if (!replaced) {
      return new Written.Stale();
    }
    Written done = new Written.Done(update.id(), new Revision(ItemFiles.hash(content)));
    return losses.told(done, update.item(), update.fields(), changed);
  }

  private Written delete(Effect.Delete<Item> delete) throws IOException {
    String name = delete.id().value();
    if (!files.isItem(name) || !files.exists(name)) {
      return new Written.Gone();
    }
    if (!delete.expected().value().equals(files.hash(name))) {
      return new Written.Stale();
    }
    files.delete(name);
    return new Written.Done(delete.id(), null);
  }

  @Override
  public List<Lost> losses(Effect<Item> effect) {
    return losses.expected(effect);
  }

  @Override
  public Map<Stamp, Replica<Item>> locate(Collection<Effect.Create<Item>> creates) {
    check();
    Map<Stamp, Replica<Item>> located = new HashMap<>();
    MadeAgain again = new MadeAgain();
    for (Effect.Create<Item> create : creates) {
      ItemId id = new ItemId(name(create));
      if (read(id) instanceof Found.Present<Item> present
          && create.stamp().equals(present.replica().stamp())) {
        located.put(create.stamp(), present.replica());
      } else {
        again.ask(create, id);
      }
    }
    if (again.asks()) {
      each(again::look);
    }
    again.found().forEach((stamp, item) -> located.put(stamp, withMembers(item)));
    return located;
  }

  @Override
  public void close() {
    // Every write is complete when it is answered.
  }
}
