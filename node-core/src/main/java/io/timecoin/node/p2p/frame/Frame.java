package io.timecoin.node.p2p.frame;

import io.timecoin.node.protocol.FrameLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * One encoded frame, header included: made once, then shared by the queues of all peers, so never
 * written to.
 */
public final class Frame {
  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Puts the header before a payload.
   *
   * @throws IllegalArgumentException if the payload is empty, which no reader accepts
   */
  public static Frame of(byte[] payload) {
    int length = payload.length;
    if (length == 0) {
      throw new IllegalArgumentException("a frame cannot be empty");
    }
    byte[] bytes = new byte[FrameLimits.LENGTH_BYTES + length];
    bytes[0] = (byte) (length >>> 24);
    bytes[1] = (byte) (length >>> 16);
    bytes[2] = (byte) (length >>> 8);
    bytes[3] = (byte) length;
    System.arraycopy(payload, 0, bytes, FrameLimits.LENGTH_BYTES, length);
    return new Frame(bytes);
  }

  /** Bytes on the wire, header included. */
  public int size() {
    return bytes.length;
  }

  /** A copy of what goes over the wire. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  /** Writes header and payload without copying them. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
