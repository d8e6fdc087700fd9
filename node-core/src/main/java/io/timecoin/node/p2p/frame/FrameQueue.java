package io.timecoin.node.p2p.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to one peer, bounded in frames and in bytes. Any thread offers, one
 * thread writes. A refused offer leaves the queue as it was; what to do about it is the owner's
 * decision.
 */
public final class FrameQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private int framesMax;
  private long bytesMax;
  private long bytes;
  private boolean finished;
  private boolean aborted;

  /** An open queue of those bounds. */
  public FrameQueue(int framesMax, long bytesMax) {
    this.framesMax = framesMax;
    this.bytesMax = bytesMax;
  }

  /** Changes the bounds for later offers; what is queued stays. */
  public void bound(int newFramesMax, long newBytesMax) {
    lock.lock();
    try {
      framesMax = newFramesMax;
      bytesMax = newBytesMax;
    } finally {
      lock.unlock();
    }
  }

  /** What became of an offer. */
  public enum Offer {
    /** It will be written, unless the connection breaks. */
    QUEUED,
    /** No room. */
    FULL,
    /** The queue takes nothing any more. */
    CLOSED
  }

  /** Never blocks for longer than another thread needs to move a reference. */
  public Offer offer(Frame frame) {
    lock.lock();
    try {
      if (finished || aborted) {
        return Offer.CLOSED;
      }
      if (frames.size() >= framesMax || bytes + frame.size() > bytesMax) {
        return Offer.FULL;
      }
      frames.add(frame);
      bytes += frame.size();
      changed.signal();
      return Offer.QUEUED;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing any more; what is queued is still written. */
  public void finish() {
    lock.lock();
    try {
      finished = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing any more and drops what is queued. */
  public void abort() {
    lock.lock();
    try {
      aborted = true;
      frames.clear();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes frames as they come until {@link #finish} or {@link #abort}; flushes whenever nothing
   * more waits. A frame counts against the bound until it was handed to the stream.
   *
   * @return frames that were written
   */
  public long writeTo(OutputStream out, Written written) throws IOException, InterruptedException {
    long count = 0;
    boolean dirty = false;
    for (Optional<Frame> next = take(dirty, out); next.isPresent(); next = take(dirty, out)) {
      Frame frame = next.get();
      frame.writeTo(out);
      release(frame);
      written.frame(frame.size());
      dirty = true;
      count++;
    }
    out.flush();
    return count;
  }

  /** Told of every frame handed to the stream, on the writing thread. */
  public interface Written {
    /** One more frame of so many bytes. */
    void frame(int size);
  }

  private Optional<Frame> take(boolean dirty, OutputStream out)
      throws IOException, InterruptedException {
    Optional<Frame> next = poll();
    if (next.isEmpty() && dirty) {
      out.flush();
    }
    return next.isPresent() ? next : await();
  }

  private Optional<Frame> poll() {
    lock.lock();
    try {
      return Optional.ofNullable(frames.poll());
    } finally {
      lock.unlock();
    }
  }

  private Optional<Frame> await() throws InterruptedException {
    lock.lock();
    try {
      while (frames.isEmpty() && !finished && !aborted) {
        changed.await();
      }
      return Optional.ofNullable(frames.poll());
    } finally {
      lock.unlock();
    }
  }

  private void release(Frame frame) {
    lock.lock();
    try {
      bytes -= frame.size();
    } finally {
      lock.unlock();
    }
  }

  /** Frames waiting now. */
  public int size() {
    lock.lock();
    try {
      return frames.size();
    } finally {
      lock.unlock();
    }
  }
}
