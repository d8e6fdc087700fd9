package io.timecoin.node.p2p.link;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts the threads of the P2P part and waits for them at the end. */
public final class PeerThreads {
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final boolean virtual;
  private boolean stopped;

  /**
   * Starts nothing yet.
   *
   * @param virtual whether peers are served by virtual threads
   */
  public PeerThreads(boolean virtual) {
    this.virtual = virtual;
  }

  /** Starts a thread that serves a peer; does nothing after {@link #stop}. */
  public synchronized void start(String name, Runnable work) {
    if (!stopped) {
      create(virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon(), name, work).start();
    }
  }

  /** A platform thread for the caller to start at once. */
  public synchronized Thread platform(String name, Runnable work) {
    return create(Thread.ofPlatform().daemon(), name, work);
  }

  private Thread create(Thread.Builder builder, String name, Runnable work) {
    Thread thread =
        builder
            .name(name)
            .unstarted(
                () -> {
                  try {
                    work.run();
                  } finally {
                    running.remove(Thread.currentThread());
                  }
                });
    running.add(thread); // before it starts, so that no stop can miss it
    return thread;
  }

  /** How many run now. */
  public int size() {
    return running.size();
  }

  /**
   * Interrupts all of them but the caller and waits until they ended.
   *
   * @return whether they did in time
   */
  public boolean stop(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    List<Thread> others = othersToStop();
    others.forEach(Thread::interrupt);
    boolean ended = true;
    for (Thread thread : others) {
      Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      ended &= thread.join(left);
    }
    return ended;
  }

  private synchronized List<Thread> othersToStop() {
    stopped = true;
    return running.stream()
        .filter(thread -> thread != Thread.currentThread())
        .filter(thread -> thread.getState() != Thread.State.NEW)
        .toList();
  }
}
