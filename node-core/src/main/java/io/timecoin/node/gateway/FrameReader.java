package io.timecoin.node.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.ControlFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.java_websocket.framing.TextFrame;

/**
 * Reads one client's WebSocket frames (RFC 6455, section 5) and yields whole messages. The
 * library's own reader allocates what a frame's header claims, collects fragments without bound and
 * ends the connection when a message is too large; this one allocates what has arrived and skips
 * the rest of a message that is too large. For one thread.
 */
final class FrameReader {
  /** A message that was larger than allowed; its content was skipped. */
  static final class OversizeFrame extends TextFrame {}

  /** A client that sends this many times the largest message at once does so on purpose. */
  static final int SKIP_FACTOR = 16;

  private static final int CONTROL_BYTES_MAX = 125;
  private static final int MASK_BYTES = 4;

  /** A closing frame begins with its code. */
  private static final int CODE_BYTES = 2;

  private static final int FIRST_BYTES = 1024;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final int messageMax;

  private final byte[] header = new byte[14];
  private int headerLength;
  private boolean inPayload;
  private int opcode;
  private boolean fin;
  private long remaining;
  private int maskAt;

  private final byte[] control = new byte[CONTROL_BYTES_MAX];
  private int controlLength;

  /** Opcode of the message that fragments belong to, 0 between messages. */
  private int message = CONTINUATION;

  private long messageLength;
  private boolean skipping;
  private byte[] payload = new byte[0];
  private int payloadLength;

  FrameReader(int messageMax) {
    this.messageMax = messageMax;
  }

  /** Takes all bytes; yields what they completed. */
  List<Framedata> read(ByteBuffer in) throws InvalidDataException {
    List<Framedata> complete = new ArrayList<>();
    while (in.hasRemaining()) {
      if (inPayload) {
        take(in);
      } else {
        header[headerLength++] = in.get();
        if (headerLength == 2) {
          checkStart();
        }
        if (headerLength < 2 || headerLength < headerSize()) {
          continue;
        }
        startPayload(complete);
      }
      if (remaining == 0) {
        endFrame(complete);
      }
    }
    return complete;
  }

  private int headerSize() {
    int length = header[1] & 0x7f;
    return 2 + (length == 127 ? 8 : length == 126 ? 2 : 0) + MASK_BYTES;
  }

  private void checkStart() throws InvalidDataException {
    fin = (header[0] & 0x80) != 0;
    opcode = header[0] & 0x0f;
    require((header[0] & 0x70) == 0, "reserved bit set");
    require((header[1] & 0x80) != 0, "frame is not masked");
    switch (opcode) {
      case CONTINUATION -> require(message != CONTINUATION, "nothing to continue");
      case TEXT, BINARY -> require(message == CONTINUATION, "message inside a message");
      case CLOSE, PING, PONG ->
          require(fin && (header[1] & 0x7f) <= CONTROL_BYTES_MAX, "control frame too long");
      default -> throw broken("unknown opcode " + opcode);
    }
  }

  private void startPayload(List<Framedata> complete) throws InvalidDataException {
    remaining = declaredLength();
    inPayload = true;
    maskAt = 0;
    if (opcode >= CLOSE) {
      controlLength = 0;
      return;
    }
    if (opcode != CONTINUATION) {
      message = opcode;
      messageLength = 0;
      payloadLength = 0;
      skipping = false;
    }
    require(remaining >= 0, "negative length");
    if (remaining > (long) SKIP_FACTOR * messageMax - messageLength) {
      throw new InvalidDataException(CloseFrame.TOOBIG, "message far too large");
    }
    messageLength += remaining;
    if (messageLength > messageMax && !skipping) {
      skipping = true;
      payload = new byte[0];
      complete.add(new OversizeFrame());
    }
  }

  private long declaredLength() {
    int length = header[1] & 0x7f;
    ByteBuffer rest = ByteBuffer.wrap(header, 2, headerLength - 2);
    return switch (length) {
      case 126 -> rest.getShort() & 0xffffL;
      case 127 -> rest.getLong();
      default -> length;
    };
  }

  private void take(ByteBuffer in) {
    int count = (int) Math.min(in.remaining(), remaining);
    if (opcode >= CLOSE) {
      unmask(in, control, controlLength, count);
      controlLength += count;
    } else if (skipping || message == BINARY) {
      in.position(in.position() + count);
    } else {
      if (payloadLength + count > payload.length) {
        int size = Math.max(payloadLength + count, Math.min(2 * payload.length, messageMax));
        payload = Arrays.copyOf(payload, Math.max(FIRST_BYTES, size));
      }
      unmask(in, payload, payloadLength, count);
      payloadLength += count;
    }
    remaining -= count;
  }

  private void unmask(ByteBuffer in, byte[] out, int at, int count) {
    int mask = headerLength - MASK_BYTES;
    in.get(out, at, count);
    for (int i = at; i < at + count; i++) {
      out[i] ^= header[mask + (maskAt++ & 3)];
    }
  }

  private void endFrame(List<Framedata> complete) throws InvalidDataException {
    inPayload = false;
    headerLength = 0;
    if (opcode >= CLOSE) {
      complete.add(controlFrame());
    } else if (fin) {
      if (!skipping) {
        complete.add(message == TEXT ? textFrame() : new BinaryFrame());
      }
      message = CONTINUATION;
      payload = new byte[0];
    }
  }

  private TextFrame textFrame() {
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(payload, 0, payloadLength));
    return frame;
  }

  private ControlFrame controlFrame() throws InvalidDataException {
    ControlFrame frame =
        switch (opcode) {
          case PING -> new PingFrame();
          case PONG -> new PongFrame();
          default -> new CloseFrame();
        };
    boolean close = frame.getOpcode() == Opcode.CLOSING;
    if (close) {
      requireReadableReason();
    }
    frame.setPayload(ByteBuffer.wrap(Arrays.copyOf(control, controlLength)));
    if (close) {
      frame.isValid();
    }
    return frame;
  }

  /** The library's own check throws a NullPointerException for such a reason. */
  private void requireReadableReason() throws InvalidDataException {
    if (controlLength > CODE_BYTES) {
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(control, CODE_BYTES, controlLength - CODE_BYTES));
      } catch (CharacterCodingException e) {
        throw new InvalidDataException(CloseFrame.NO_UTF8, "reason of closing is not UTF-8");
      }
    }
  }

  private static void require(boolean condition, String otherwise) throws InvalidDataException {
    if (!condition) {
      throw broken(otherwise);
    }
  }

  private static InvalidDataException broken(String reason) {
    return new InvalidDataException(CloseFrame.PROTOCOL_ERROR, reason);
  }
}
