package io.timecoin.node.p2p.link;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.link.LinkFaults.Fault;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Applies the faults of one link to what is sent over it. Out of the way while none is on. */
final class FaultyLink {
  /** Frames held back at most; more are lost, as they would be on a real slow link. */
  static final int HELD_MAX = 100_000;

  private final LinkFaults faults;
  private final ScheduledExecutorService timer;
  private final RandomGenerator random;
  private long lastReleaseNanos;
  private final AtomicInteger held = new AtomicInteger();

  FaultyLink(LinkFaults faults, ScheduledExecutorService timer, RandomGenerator random) {
    this.faults = faults;
    this.timer = timer;
    this.random = random;
  }

  /** Whether frames have to go through {@link #send}. */
  boolean isFaulty() {
    return held.get() > 0 || faults.any();
  }

  /** Loses the frame, or passes it on now or later, never before an earlier one. */
  synchronized void send(PublicKey peer, Frame frame, Consumer<Frame> onward) {
    Fault fault = faults.of(peer);
    if (fault != null && (fault.blocked() || random.nextDouble() < fault.loss())) {
      return;
    }
    long delayNanos = delayNanos(fault);
    if (delayNanos <= 0) {
      onward.accept(frame);
    } else if (held.get() < HELD_MAX) {
      hold(frame, delayNanos, onward);
    }
  }

  private long delayNanos(@Nullable Fault fault) {
    long now = System.nanoTime();
    long due = now + (fault == null ? 0 : fault.delay().toNanos());
    if (held.get() > 0 && lastReleaseNanos - due > 0) {
      due = lastReleaseNanos;
    }
    lastReleaseNanos = due;
    return held.get() > 0 ? Math.max(1, due - now) : due - now;
  }

  private void hold(Frame frame, long delayNanos, Consumer<Frame> onward) {
    held.incrementAndGet();
    try {
      timer.schedule(() -> release(frame, onward), delayNanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      held.decrementAndGet(); // the node stops
    }
  }

  private synchronized void release(Frame frame, Consumer<Frame> onward) {
    held.decrementAndGet();
    onward.accept(frame);
  }
}
