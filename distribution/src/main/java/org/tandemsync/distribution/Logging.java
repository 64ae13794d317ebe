package org.tandemsync.distribution;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.OnConsoleStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log: files of bounded size in the home folder, and standard error with {@code --verbose}. In
 * code, because reading a configuration file would cost every start a fifth of a second.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{1} - %msg%n%rEx";
  private static final FileSize LARGEST = FileSize.valueOf("5 MB");
  private static final int OLDER_FILES = 3;

  /** Silent until a home folder is known. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Logs to a home folder from now on. */
  static void to(Path home, boolean verbose) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    // A log that cannot be written must not fill the terminal.
    context.getStatusManager().getCopyOfStatusListenerList().stream()
        .filter(OnConsoleStatusListener.class::isInstance)
        .forEach(context.getStatusManager()::remove);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    context.getLogger("org.tandemsync").setLevel(Level.DEBUG);
    // Below this level the HTTP client logs headers, and with them passwords.
    context.getLogger("org.apache.hc").setLevel(Level.WARN);
    OnDemand file = new OnDemand(() -> file(home, context));
    file.setContext(context);
    file.start();
    root.addAppender(file);
    if (verbose) {
      root.addAppender(standardError(context));
    }
  }

  private static RollingFileAppender<ILoggingEvent> file(Path home, LoggerContext context) {
    Path log = home.resolve("log").resolve("tandem.log");
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(log.toString());
    FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
    older.setContext(context);
    older.setParent(appender);
    older.setFileNamePattern(log.resolveSibling("tandem.%i.log").toString());
    older.setMinIndex(1);
    older.setMaxIndex(OLDER_FILES);
    older.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(LARGEST);
    size.start();
    appender.setRollingPolicy(older);
    appender.setTriggeringPolicy(size);
    return started(appender, context);
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    return started(appender, context);
  }

  private static <A extends OutputStreamAppender<ILoggingEvent>> A started(
      A appender, LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  /** Makes the log with its first line, so that a command with nothing to say leaves no file. */
  private static final class OnDemand extends AppenderBase<ILoggingEvent> {
    private final Supplier<Appender<ILoggingEvent>> maker;
    private @Nullable Appender<ILoggingEvent> made;

    OnDemand(Supplier<Appender<ILoggingEvent>> maker) {
      this.maker = maker;
    }

    @Override
    protected void append(ILoggingEvent event) {
      Appender<ILoggingEvent> appender = made;
      if (appender == null) {
        appender = maker.get();
        made = appender;
      }
      appender.doAppend(event);
    }

    @Override
    public void stop() {
      if (made != null) {
        made.stop();
      }
      super.stop();
    }
  }
}
