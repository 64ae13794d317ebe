package org.tandemsync.pst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemsync.items.Item;
import org.tandemsync.pst.format.BlockEntry;
import org.tandemsync.pst.format.EditedSample;
import org.tandemsync.sync.Found;
import org.tandemsync.sync.StoreException;

/**
 * Damage at random: there is always an answer, an unreadable item, or a StoreException, and never
 * anything else, whether the checksums notice it or not.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamageTest {
  private static final long SEED = 20261122;
  private static final int ROUNDS = 80;

  @TempDir Path folder;

  /** What became of the rounds, so that a test which only ever meets one outcome is noticed. */
  private int refused;

  private int unreadable;
  private int read;

  private void attempt(byte[] bytes, String what) {
    Path path = EditedSample.write(folder.resolve("damaged.pst"), bytes);
    try {
      List<Found<Item>> found = Reading.everything(path);
      if (found.stream().anyMatch(Found.Unreadable.class::isInstance)) {
        unreadable++;
      } else {
        read++;
      }
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining(path.toString());
      refused++;
    } catch (Throwable e) {
      fail("seed " + SEED + ", " + what, e);
    }
  }

  private void report(String what) {
    System.out.println(
        what
            + ": seed "
            + SEED
            + ", "
            + refused
            + " refused, "
            + unreadable
            + " with unreadable items, "
            + read
            + " read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-libpst/dist-list.pst", "pst-extractor/contacts97-2002.pst"})
  void flippedBytesAndCutEnds(String sample) {
    Random random = new Random(SEED);
    byte[] original = bytes(sample);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = original.clone();
      int flips = 1 + random.nextInt(40);
      for (int f = 0; f < flips; f++) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      boolean cut = random.nextInt(4) == 0;
      attempt(cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes, "round " + i);
    }
    report(sample + ", flipped");
    assertThat(refused).isPositive();
    assertThat(unreadable + read).isPositive();
  }

  private static byte[] bytes(String sample) {
    try {
      return Files.readAllBytes(Samples.path(sample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-libpst/dist-list.pst", "aspose/Outlook_1.pst"})
  void blocksWithRightChecksumsAndWrongContent(String sample) {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      EditedSample edited = new EditedSample(sample);
      List<BlockEntry> blocks = edited.blocks().stream().filter(b -> b.size() > 0).toList();
      for (int b = 0; b < 8; b++) {
        edited.edit(
            blocks.get(random.nextInt(blocks.size())).ref().id(),
            content -> {
              for (int f = 0; f < 1 + content.length / 200; f++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
              }
            });
      }
      attempt(edited.bytes(), "round " + i);
    }
    report(sample + ", blocks");
    assertThat(unreadable + refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = "java-libpst/dist-list.pst")
  void treePagesWithRightChecksumsAndWrongContent(String sample) {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      EditedSample edited = new EditedSample(sample);
      List<Integer> pages = edited.pages();
      for (int b = 0; b < 3; b++) {
        edited.setInPage(
            pages.get(random.nextInt(pages.size())), random.nextInt(496), random.nextInt(256));
      }
      attempt(edited.bytes(), "round " + i);
    }
    report(sample + ", pages");
    assertThat(unreadable + refused).isPositive();
  }
}
