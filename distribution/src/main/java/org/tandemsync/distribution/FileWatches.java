package org.tandemsync.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemsync.services.configuration.OutlookEndpoint;
import org.tandemsync.services.configuration.Profile;
import org.tandemsync.services.configuration.ServerEndpoint;
import org.tandemsync.services.schedule.Watches;

/**
 * Data files, by their size and time: that works on every kind of disk, and opens no file. All
 * calls come from the thread of the service.
 */
final class FileWatches implements Watches {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Desktop desktop;
  private final DiskQuestions disk = new DiskQuestions(PATIENCE);

  /** Several profiles may have folders in one file. */
  private final Map<Path, Watched> files = new HashMap<>();

  FileWatches(Desktop desktop) {
    this.desktop = desktop;
  }

  /** What is seen of a file from outside; it changes when somebody has written to it. */
  private record Look(boolean there, long size, String time) {
    static final Look NOTHING = new Look(false, 0, "");

    static Look at(Path file) {
      try {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        return new Look(true, a.size(), a.lastModifiedTime() + " " + a.fileKey());
      } catch (IOException notThere) {
        return NOTHING;
      }
    }
  }

  private static final class Watched {
    private final List<FileWatch> watches = new ArrayList<>();
    private Look seen;
    private int runs;

    Watched(Look seen) {
      this.seen = seen;
    }
  }

  /** What it looks like now; what it did before where its disk does not answer. */
  private Look seen(Path file, Look before) {
    return disk.ask(file, () -> Look.at(file)).orElse(before);
  }

  @Override
  public Set<String> exclusive(Profile profile) {
    Set<String> exclusive = new HashSet<>();
    switch (profile.outlook()) {
      case OutlookEndpoint.Pst pst -> exclusive.add("file " + identity(pst.file()));
      // Outlook has one thread for all: two runs would only wait for each other.
      case OutlookEndpoint.Desktop _ -> exclusive.add("desktop");
    }
    if (profile.server() instanceof ServerEndpoint.Directory(Path path)) {
      exclusive.add("directory " + identity(path));
    }
    return exclusive;
  }

  private Path identity(Path path) {
    return disk.ask(path, path::toRealPath).orElseGet(() -> path.toAbsolutePath().normalize());
  }

  @Override
  public Watch watch(Profile profile, Wakeups wakeups) {
    return switch (profile.outlook()) {
      case OutlookEndpoint.Pst pst -> new FileWatch(identity(pst.file()), wakeups);
      case OutlookEndpoint.Desktop folder ->
          desktop.watch(folder, profile.options().serve().afterSendReceive(), wakeups);
    };
  }

  private final class FileWatch implements Watch {
    private final Path file;
    private final Wakeups wakeups;
    private final Watched state;

    FileWatch(Path file, Wakeups wakeups) {
      this.file = file;
      this.wakeups = wakeups;
      this.state =
          files.computeIfAbsent(file, f -> new Watched(FileWatches.this.seen(f, Look.NOTHING)));
      this.state.watches.add(this);
    }

    @Override
    public void look() {
      Look now = FileWatches.this.seen(file, state.seen);
      if (state.runs > 0 || now.equals(state.seen)) {
        return;
      }
      state.seen = now;
      if (now.there()) {
        state.watches.forEach(w -> w.wakeups.changed());
      }
    }

    /** What has changed so far this run will see; other profiles of the file hear of it. */
    @Override
    public void runBegins() {
      Look now = FileWatches.this.seen(file, state.seen);
      if (!now.equals(state.seen)) {
        state.seen = now;
        state.watches.stream().filter(w -> w != this).forEach(w -> w.wakeups.changed());
      }
      state.runs++;
    }

    /** While a run writes, nobody else does: the file is locked. */
    @Override
    public void runEnded(boolean wrote) {
      state.runs = Math.max(0, state.runs - 1); // the profile may have been configured anew
      if (wrote) {
        state.seen = FileWatches.this.seen(file, state.seen);
      }
    }

    @Override
    public void close() {
      state.watches.remove(this);
      if (state.watches.isEmpty()) {
        files.remove(file);
      }
    }
  }
}
