package io.timecoin.node.cli.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines one at a time, however many there are: each ends with {@code \n} (which is cut off,
 * nothing else is) or with the input. A line that is too long or not UTF-8 is said to be so, and
 * the next one is read.
 */
final class Lines {
  /** Longest line in bytes: that of a frame. */
  static final int LINE_BYTES_MAX = 4 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  /** One line. */
  sealed interface Line {}

  /** Its text, untrimmed. */
  record Text(String text) implements Line {}

  /** No text at all. */
  record Unreadable(String reason) implements Line {}

  private final InputStream in;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  /**
   * Reads from there.
   *
   * @param beforeWaiting run before a read that may block, so that whoever feeds the input line by
   *     line gets its answers
   */
  Lines(InputStream in, Runnable beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    while (fill()) {
      int end = endOfLine();
      if (!tooLong) {
        line.write(buffer, position, end - position);
        tooLong = line.size() > LINE_BYTES_MAX;
      }
      position = end;
      if (position < limit) {
        position++;
        break;
      }
    }
    return tooLong
        ? new Unreadable("line is longer than " + LINE_BYTES_MAX + " bytes")
        : decode(line.toByteArray());
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      beforeWaiting.run();
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit;
  }

  private int endOfLine() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  static Line decode(byte[] bytes) {
    try {
      return new Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new Unreadable("not UTF-8");
    }
  }
}
