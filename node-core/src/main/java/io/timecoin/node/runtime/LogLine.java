package io.timecoin.node.runtime;

import java.time.Instant;
import org.slf4j.event.Level;

/**
 * One thing the program said.
 *
 * @param source the class that said it, without its package
 * @param text the message, with the stack trace of what was thrown below it
 */
public record LogLine(Instant at, Level level, String thread, String source, String text) {}
