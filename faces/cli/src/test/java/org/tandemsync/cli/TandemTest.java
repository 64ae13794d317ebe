package org.tandemsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tandemsync.cli.terminal.Output;
import org.tandemsync.cli.terminal.Terminal;
import org.tandemsync.services.Secrets;
import org.tandemsync.services.Surroundings;
import org.tandemsync.sync.StoreException;
import picocli.CommandLine;

/** The frame around the commands: help, mistakes, surprises, completion. */
final class TandemTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private OutputStream target = out;
  private Supplier<RuntimeException> opening = () -> new IllegalStateException("boom");

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new Output(target, StandardCharsets.UTF_8),
            new Output(err, StandardCharsets.UTF_8),
            0,
            false,
            null);
    return Tandem.run(invocation(terminal), arguments);
  }

  private Invocation invocation(Terminal terminal) {
    return new Invocation(
        terminal,
        Map.of(),
        Path.of("/work"),
        Path.of("/home/alice"),
        "Linux",
        new Surroundings(() -> Instant.EPOCH, ZoneOffset.UTC, new SplittableRandom(1)),
        new Composition() {
          @Override
          public Application open(
              Path home, Secrets secrets, Surroundings surroundings, boolean verbose) {
            throw opening.get();
          }

          @Override
          public DemoWorld startDemo(Path folder, Surroundings surroundings) {
            throw opening.get();
          }
        });
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyCommandHasHelpWithExamplesAndTheCommonOptions() {
    TandemCommand root = new TandemCommand(invocation(terminal()));
    for (String command : Tandem.commandLine(root).getSubcommands().keySet()) {
      out.reset();
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out())
          .as(command)
          .contains(
              "Usage: tandem " + command, "Examples:\n  ", "--json", "--home=DIR", "Exit status");
      assertThat(out().lines()).as(command).allSatisfy(l -> assertThat(l).hasSizeLessThan(101));
    }
    assertThat(err()).isEmpty();
  }

  private Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        new Output(out, StandardCharsets.UTF_8),
        new Output(err, StandardCharsets.UTF_8),
        0,
        false,
        null);
  }

  @Test
  void aNamedCommandIsTheOnlyOneThatIsMade() {
    CommandLine all = Tandem.commandLine(new TandemCommand(invocation(terminal())));
    assertThat(all.getSubcommands().keySet()).contains("sync", "free-busy");
    for (String command : all.getSubcommands().keySet()) {
      CommandLine named = Tandem.commandLine(new TandemCommand(invocation(terminal())), command);
      assertThat(named.getSubcommands().keySet()).as(command).containsExactly(command);
    }
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(run()).isZero();
    assertThat(out()).startsWith("Usage: tandem ").contains("sync", "plan", "0   done");
  }

  @Test
  void aMistypedCommandIsOneMessageWithASuggestion() {
    assertThat(run("synk")).isEqualTo(2);
    assertThat(err()).contains("'synk'", "tandem sync", "Next step: tandem --help");
    assertThat(out()).isEmpty();
  }

  @Test
  void aSurpriseIsToldWithoutAStackTraceAndWithItWhenVerbose() {
    assertThat(run("status")).isEqualTo(2);
    assertThat(err())
        .contains("boom", "Next step", "/home/alice/.local/share/tandem/log/tandem.log")
        .doesNotContain("\tat ");
    err.reset();
    assertThat(run("status", "--verbose")).isEqualTo(2);
    assertThat(err()).contains("boom", "\tat ");
  }

  @Test
  void whatAStoreSaysIsTheMessage() {
    opening =
        () -> new StoreException(StoreException.Reason.UNREACHABLE, "no answer from x.\u001b[2J");
    assertThat(run("status")).isEqualTo(2);
    assertThat(err()).isEqualTo("tandem: no answer from x.\ufffd[2J\n");
  }

  @Test
  void aFullDiskIsNoSuccess() {
    target =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThat(run("--help")).isEqualTo(2);
    assertThat(err()).contains("No space left on device");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    target =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(run("--help")).isZero();
    assertThat(err()).isEmpty();
  }

  @Test
  void optionsMayStandBeforeAndBehindTheCommand() {
    CommandLine.ParseResult before =
        Tandem.commandLine(new TandemCommand(invocation(terminal())))
            .parseArgs("--json", "--home", "x", "plan");
    CommandLine.ParseResult behind =
        Tandem.commandLine(new TandemCommand(invocation(terminal())))
            .parseArgs("plan", "--json", "--home", "x");
    for (CommandLine.ParseResult result : new CommandLine.ParseResult[] {before, behind}) {
      TandemCommand root = (TandemCommand) result.commandSpec().userObject();
      assertThat(root.session().json()).isTrue();
      assertThat(root.home()).isEqualTo(Path.of("/work/x"));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void completionIsAScriptThatBashTakes(@TempDir Path folder) throws Exception {
    assertThat(run("completion")).isZero();
    assertThat(out()).contains("sync", "--password-stdin");
    Process bash = new ProcessBuilder("bash", "-n").directory(folder.toFile()).start();
    try (OutputStream script = bash.getOutputStream()) {
      script.write(out.toByteArray());
    }
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }
}
