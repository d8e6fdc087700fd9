package io.timecoin.node.runtime;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** How much the whole program says; where it says it stands in logback.xml. */
public final class Logging {
  private Logging() {}

  /** From now on, that level and above. */
  public static void setLevel(Level level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .setLevel(ch.qos.logback.classic.Level.valueOf(level.name()));
    }
  }

  /** Nothing is logged until it is closed. */
  public interface Silence extends AutoCloseable {
    @Override
    void close();
  }

  /** Where every fault is expected, and none is news. */
  public static Silence silence() {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return () -> {};
    }
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    ch.qos.logback.classic.Level before = root.getLevel();
    root.setLevel(ch.qos.logback.classic.Level.OFF);
    return () -> root.setLevel(before);
  }
}
