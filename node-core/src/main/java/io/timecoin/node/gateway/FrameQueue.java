package io.timecoin.node.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoded frames in order, and the one buffer that is being written. Small frames leave together in
 * one buffer: a system call a frame costs more than copying it. Not thread-safe: {@link Outbox}
 * locks.
 */
final class FrameQueue {
  /** What a frame counts as. */
  enum Kind {
    MESSAGE,
    SNAPSHOT,
    /** Nothing: it stands for what was dropped. */
    NOTICE
  }

  /** Frames, of them messages, and bytes. */
  private static final class Tally {
    private int frames;
    private int messages;
    private long messageBytes;
    private long snapshotBytes;

    void add(Frame frame, int sign) {
      int size = sign * frame.size();
      frames += sign;
      messages += frame.kind() == Kind.MESSAGE ? sign : 0;
      messageBytes += frame.kind() == Kind.MESSAGE ? size : 0;
      snapshotBytes += frame.kind() == Kind.SNAPSHOT ? size : 0;
    }
  }

  private record Frame(ByteBuffer buffer, int size, Kind kind, @Nullable Timing timing) {}

  private static final int BUFFER_BYTES = 64 * 1024;

  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private final Tally queued = new Tally();
  private Tally flying = new Tally();
  private final List<Timing> timings = new ArrayList<>();
  private @Nullable ByteBuffer inFlight;

  void add(ByteBuffer frame, Kind kind) {
    add(frame, kind, null);
  }

  /** With a time to be told when it has left. */
  void add(ByteBuffer frame, Kind kind, @Nullable Timing timing) {
    Frame added = new Frame(frame, frame.remaining(), kind, timing);
    frames.add(added);
    queued.add(added, 1);
  }

  /** Whether nothing waits; something may still be in flight. */
  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** What is being written, or null. */
  @Nullable ByteBuffer inFlight() {
    return inFlight;
  }

  /** Messages waiting and in flight. */
  int messages() {
    return queued.messages + flying.messages;
  }

  /** Bytes of messages waiting and in flight. */
  long messageBytes() {
    return queued.messageBytes + flying.messageBytes;
  }

  /** Bytes of snapshots waiting and in flight. */
  long snapshotBytes() {
    return queued.snapshotBytes + flying.snapshotBytes;
  }

  /** The next buffer to write, of one frame or several; there must be one and nothing in flight. */
  ByteBuffer take() {
    int size = 0;
    for (Frame frame : frames) {
      if (flying.frames > 0 && size + frame.size() > BUFFER_BYTES) {
        break;
      }
      size += frame.size();
      flying.add(frame, 1);
    }
    ByteBuffer buffer = flying.frames == 1 ? frames.element().buffer() : ByteBuffer.allocate(size);
    for (int i = 0; i < flying.frames; i++) {
      Frame frame = frames.remove();
      queued.add(frame, -1);
      if (frame.timing() != null) {
        timings.add(frame.timing());
      }
      if (flying.frames > 1) {
        buffer.put(frame.buffer());
      }
    }
    if (flying.frames > 1) {
      buffer.flip();
    }
    inFlight = buffer;
    return buffer;
  }

  /**
   * The buffer in flight has left; how many frames it had.
   *
   * @param times told of those that are timed
   */
  int landed(GatewayTimes times, long nowNanos) {
    timings.forEach(timing -> timing.landed(times, nowNanos));
    timings.clear();
    int count = flying.frames;
    flying = new Tally();
    inFlight = null;
    return count;
  }

  /** Drops what waits, not what is in flight: half a frame would garble the rest. */
  int clear() {
    int count = frames.size();
    while (!frames.isEmpty()) {
      queued.add(frames.remove(), -1);
    }
    return count;
  }
}
