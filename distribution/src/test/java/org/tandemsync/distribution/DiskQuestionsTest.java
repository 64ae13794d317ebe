package org.tandemsync.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DiskQuestionsTest {
  private static final Path SILENT = Path.of("silent.pst");
  private static final Path OTHER = Path.of("other.pst");

  @Test
  void aSilentDiskIsAskedOnceAndHoldsUpNoOther() throws Exception {
    DiskQuestions disk = new DiskQuestions(Duration.ofMillis(50));
    CountDownLatch back = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            disk.ask(
                SILENT,
                () -> {
                  asked.incrementAndGet();
                  back.await();
                  answered.countDown();
                  return "late";
                }))
        .isEmpty();
    assertThat(disk.ask(SILENT, asked::incrementAndGet)).isEmpty();
    assertThat(asked).hasValue(1);

    DiskQuestions patient = new DiskQuestions(Duration.ofMinutes(1));
    assertThat(patient.ask(OTHER, () -> "there")).contains("there");

    back.countDown();
    answered.await();
    // its thread ends right after the last line of the question
    while (disk.ask(SILENT, () -> "back").isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsNotThereIsNoAnswerAndOurFaultsAreTold() {
    DiskQuestions disk = new DiskQuestions(Duration.ofMinutes(1));
    assertThat(
            disk.ask(
                OTHER,
                () -> {
                  throw new FileNotFoundException();
                }))
        .isEmpty();
    assertThatThrownBy(
            () ->
                disk.ask(
                    OTHER,
                    () -> {
                      throw new IllegalStateException("ours");
                    }))
        .hasMessage("ours");
  }
}
