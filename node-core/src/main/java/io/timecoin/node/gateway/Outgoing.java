package io.timecoin.node.gateway;

import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message on its way out; encoded once, however many clients get it. */
final class Outgoing {
  private static final int TEXT_FINAL = 0x81;

  private final NetworkMessage message;
  private final long sinceNanos;
  private @Nullable ByteBuffer frame;

  Outgoing(NetworkMessage message) {
    this(message, System.nanoTime());
  }

  /** Whose cause happened at that {@code System.nanoTime()}. */
  Outgoing(NetworkMessage message, long sinceNanos) {
    this.message = message;
    this.sinceNanos = sinceNanos;
  }

  /** What tells a client that its queue was dropped. */
  static Outgoing resyncNotice() {
    return new Outgoing(
        new NetworkMessage.Error(
            ErrorCode.RESYNC,
            "messages were dropped because they were not read; snapshots follow",
            null));
  }

  long sinceNanos() {
    return sinceNanos;
  }

  NetworkMessage message() {
    return message;
  }

  /** Whether it answers a subscribe request; such answers have a bound of their own. */
  boolean isSnapshot() {
    return message instanceof NetworkMessage.SubscriptionConfirmed;
  }

  /** Its WebSocket frame; a view with a position of its own. */
  synchronized ByteBuffer frame(MessageCodec codec) {
    ByteBuffer encoded = frame;
    if (encoded == null) {
      encoded = textFrame(codec.encode(message));
      frame = encoded;
    }
    return encoded.duplicate();
  }

  /** One unmasked, final text frame, as RFC 6455 has servers write it. */
  private static ByteBuffer textFrame(byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) TEXT_FINAL);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    return frame.put(payload).flip();
  }
}
