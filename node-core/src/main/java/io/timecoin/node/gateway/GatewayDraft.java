package io.timecoin.node.gateway;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;

/**
 * The library's WebSocket protocol with bounds: on the upgrade request, which it would collect for
 * ever, and on frames, read by {@link FrameReader}. Offers no extension, so nothing is ever
 * compressed. The library makes a copy for every connection.
 */
final class GatewayDraft extends Draft_6455 {
  /** What becomes of messages. Called on a decoder thread. */
  interface Sink {
    /** A whole text, its bytes between position and limit. */
    void text(WebSocketImpl from, ByteBuffer utf8);

    /** A binary message, its content already skipped. */
    void binary(WebSocketImpl from);

    /** A message larger than allowed, its content being skipped. */
    void tooLarge(WebSocketImpl from);
  }

  private static final int REQUEST_BYTES_MAX = 16 * 1024;

  private final Sink sink;
  private final int messageMax;
  private final FrameReader reader;

  GatewayDraft(Sink sink, int messageMax) {
    this.sink = sink;
    this.messageMax = messageMax;
    this.reader = new FrameReader(messageMax);
  }

  @Override
  public Draft copyInstance() {
    return new GatewayDraft(sink, messageMax);
  }

  @Override
  public Handshakedata translateHandshake(ByteBuffer request) throws InvalidHandshakeException {
    int size = request.remaining();
    try {
      return super.translateHandshake(request);
    } catch (IncompleteHandshakeException e) {
      if (size > REQUEST_BYTES_MAX) {
        throw new InvalidHandshakeException("request too large", e);
      }
      throw e;
    }
  }

  @Override
  public HandshakeState acceptHandshakeAsServer(ClientHandshake request)
      throws InvalidHandshakeException {
    return basicAccept(request)
        ? super.acceptHandshakeAsServer(request)
        : HandshakeState.NOT_MATCHED;
  }

  @Override
  public List<Framedata> translateFrame(ByteBuffer bytes) throws InvalidDataException {
    return reader.read(bytes);
  }

  @Override
  public void processFrame(WebSocketImpl from, Framedata frame) throws InvalidDataException {
    if (frame instanceof FrameReader.OversizeFrame) {
      sink.tooLarge(from);
    } else if (frame.getOpcode() == Opcode.TEXT) {
      sink.text(from, frame.getPayloadData());
    } else if (frame.getOpcode() == Opcode.BINARY) {
      sink.binary(from);
    } else {
      super.processFrame(from, frame);
    }
  }

  // Equal drafts of the library share frames; ours hold a reader of their own.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
