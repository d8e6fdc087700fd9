package io.timecoin.node.runtime;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** How much the whole program says; where it says it stands in logback.xml. */
public final class Logging {
  private static final int OLDER_FILES = 4;
  private static final long FILE_BYTES = 2_000_000;

  private Logging() {}

  /** From now on, that level and above. */
  public static void setLevel(Level level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .setLevel(ch.qos.logback.classic.Level.valueOf(level.name()));
    }
  }

  /**
   * Tells every line from now on, until it is closed.
   *
   * @param told on whatever thread speaks; must not block
   */
  public static Scope listen(Consumer<LogLine> told) {
    return attach(
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            told.accept(line(event));
          }
        });
  }

  private static LogLine line(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String thrown = ThrowableProxyUtil.asString(event.getThrowableProxy());
    return new LogLine(
        event.getInstant(),
        Level.valueOf(event.getLevel().toString()),
        event.getThreadName(),
        logger.substring(logger.lastIndexOf('.') + 1),
        thrown.isEmpty()
            ? event.getFormattedMessage()
            : event.getFormattedMessage() + "\n" + thrown.strip());
  }

  /**
   * Writes every line from now on into files of that folder too, until it is closed: {@code
   * timekeeper.log}, and older ones numbered, ten million bytes at most together.
   */
  public static Scope writeTo(Path folder) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return () -> {};
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS,UTC}Z %-5level [%thread] %logger{0} - %msg%n");
    encoder.start();
    FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
    older.setContext(context);
    older.setParent(file);
    older.setFileNamePattern(folder.resolve("timekeeper.%i.log").toString());
    older.setMinIndex(1);
    older.setMaxIndex(OLDER_FILES);
    SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
    full.setContext(context);
    full.setMaxFileSize(new FileSize(FILE_BYTES));
    file.setFile(folder.resolve("timekeeper.log").toString());
    file.setEncoder(encoder);
    file.setRollingPolicy(older);
    file.setTriggeringPolicy(full);
    older.start();
    full.start();
    return attach(file);
  }

  private static Scope attach(Appender<ILoggingEvent> appender) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return () -> {};
    }
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    appender.setContext(context);
    appender.start();
    root.addAppender(appender);
    return () -> {
      root.detachAppender(appender);
      appender.stop();
    };
  }

  /** Lasts until it is closed. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Where every fault is expected, and none is news. */
  public static Scope silence() {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return () -> {};
    }
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    ch.qos.logback.classic.Level before = root.getLevel();
    root.setLevel(ch.qos.logback.classic.Level.OFF);
    return () -> root.setLevel(before);
  }
}
