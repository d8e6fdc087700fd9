package io.timecoin.node.p2p.frame;

import io.timecoin.node.p2p.frame.FrameException.Reason;
import io.timecoin.node.protocol.FrameLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into frames. For one thread. */
public final class FrameReader {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private int payloadBytesMax;

  /**
   * Reads from that stream, through a buffer.
   *
   * @param payloadBytesMax largest length accepted, until {@link #limit} changes it
   */
  public FrameReader(InputStream in, int payloadBytesMax) {
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
    this.payloadBytesMax = payloadBytesMax;
  }

  /** From the next frame on, accepts payloads of up to this many bytes. */
  public void limit(int bytes) {
    payloadBytesMax = bytes;
  }

  /**
   * The next payload, or empty where the stream ends between two frames. Blocks. Memory grows with
   * what arrived, never with what the length only claims.
   *
   * @throws FrameException if the stream is no frame; nothing may be read after it
   */
  public Optional<byte[]> read() throws IOException, FrameException {
    byte[] header = in.readNBytes(FrameLimits.LENGTH_BYTES);
    if (header.length == 0) {
      return Optional.empty();
    }
    requireWhole(header.length, FrameLimits.LENGTH_BYTES);
    int length = accepted(header);
    byte[] payload = in.readNBytes(length);
    requireWhole(payload.length, length);
    return Optional.of(payload);
  }

  private int accepted(byte[] header) throws FrameException {
    long length =
        (header[0] & 0xffL) << 24
            | (header[1] & 0xffL) << 16
            | (header[2] & 0xffL) << 8
            | (header[3] & 0xffL);
    if (length == 0) {
      throw new FrameException(Reason.EMPTY, "a frame of length zero");
    }
    if (length > payloadBytesMax) {
      throw new FrameException(
          Reason.TOO_LARGE,
          "a frame of " + length + " bytes where " + payloadBytesMax + " are allowed");
    }
    return (int) length;
  }

  private static void requireWhole(int got, int expected) throws FrameException {
    if (got < expected) {
      throw new FrameException(
          Reason.TRUNCATED, "the stream ended " + (expected - got) + " bytes early");
    }
  }

  /**
   * Throws away what still arrives, so that closing the socket does not take back what was written
   * last: a close with unread bytes resets the connection.
   *
   * @param bytesMax gives up after this many
   */
  public void drain(int bytesMax) throws IOException {
    byte[] sink = new byte[4096];
    int left = bytesMax;
    int got = in.read(sink);
    while (got >= 0 && left > 0) {
      left -= got;
      got = in.read(sink);
    }
  }
}
