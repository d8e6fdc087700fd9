package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.FaultKind;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.cluster.Break;
import io.timecoin.node.cli.cluster.Signals;
import io.timecoin.node.cli.cluster.Wires;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.runtime.NodeStartException;
import io.timecoin.node.runtime.config.ConfigKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Does to a network what is planned, each fault on a thread of its own, and undoes it. How long a
 * node takes to start is not planned: where one still does, or as many nodes are disturbed as can
 * be spared, a fault of a process is left out, unless it is meant for all.
 */
final class Faults {
  private final Devnet devnet;
  private final Wires wires;
  private final History history;
  private final Stop stop;
  private final List<ReentrantLock> processes;
  private final int disturbedMax;
  private final AtomicInteger disturbed = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

  Faults(Devnet devnet, Wires wires, History history, Stop stop) {
    this.devnet = devnet;
    this.wires = wires;
    this.history = history;
    this.stop = stop;
    this.processes = Stream.generate(ReentrantLock::new).limit(devnet.nodes().size()).toList();
    int nodes = devnet.nodes().size();
    this.disturbedMax = Math.max(1, nodes - devnet.genesis().masternodes().quorum());
  }

  /** Something that is done for a time, and undone. */
  private interface Deed {
    void run()
        throws CommandFailedException, NodeStartException, CutShortException, InterruptedException;
  }

  /** Begins; returns at once. */
  void start(List<Planned> plan) {
    long begin = System.nanoTime();
    for (Planned fault : plan) {
      if (fault.kind().isOfProcess()) {
        fault.nodes().forEach(node -> thread(() -> process(fault, node, begin)));
      } else {
        thread(() -> ways(fault, begin));
      }
    }
  }

  private void thread(Deed deed) {
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    deed.run();
                  } catch (CutShortException e) {
                    // the network is about to be taken away
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  } catch (CommandFailedException e) {
                    failures.add(e.line());
                  } catch (NodeStartException e) {
                    failures.add(e.reason() + " " + e.remedy());
                  }
                }));
  }

  /** Waits until everything is undone. */
  void await() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    wires.heal();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether this thread was interrupted meanwhile: what is broken has to be undone all the same.
   */
  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  /** What could not be done or undone: nodes that did not start again. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void process(Planned fault, int node, long begin)
      throws CommandFailedException, NodeStartException, CutShortException, InterruptedException {
    stop.pauseUntil(begin + fault.start().toNanos());
    ReentrantLock process = processes.get(node);
    if (!process.tryLock()) {
      return; // still starting after the fault before
    }
    boolean all = fault.nodes().size() == processes.size();
    if (disturbed.incrementAndGet() > disturbedMax && !all) {
      disturbed.decrementAndGet();
      process.unlock();
      return;
    }
    int id = began(fault, Set.of(node));
    try {
      switch (fault.kind()) {
        case PAUSE -> pause(node, fault.length());
        case CLOCK -> wrongClock(node, fault);
        case KILL, CUT, ONE_WAY, FLAP, DELAY -> kill(node, fault.length(), id);
      }
    } finally {
      ended(id);
      disturbed.decrementAndGet();
      process.unlock();
    }
  }

  private void kill(int node, Duration length, int id)
      throws NodeStartException, CutShortException, InterruptedException {
    devnet.killNode(node);
    stop.pause(length);
    history.add(at -> new Event.Restarted(at, id));
    devnet.startNode(node);
  }

  private void pause(int node, Duration length)
      throws CommandFailedException, CutShortException, InterruptedException {
    Signals.stop(devnet.nodes().get(node));
    try {
      stop.pause(length);
    } finally {
      Signals.goOn(devnet.nodes().get(node));
    }
  }

  private void wrongClock(int node, Planned fault)
      throws NodeStartException, CutShortException, InterruptedException {
    devnet.killNode(node);
    devnet.startNode(node, Map.of(ConfigKey.CLOCK_OFFSET.key(), Integer.toString(fault.amount())));
    stop.pause(fault.length());
    devnet.killNode(node);
    devnet.startNode(node);
  }

  private void ways(Planned fault, long begin) throws CutShortException, InterruptedException {
    stop.pauseUntil(begin + fault.start().toNanos());
    Set<Integer> nodes = Set.copyOf(fault.nodes());
    int id = began(fault, nodes);
    try {
      switch (fault.kind()) {
        case FLAP -> flap(new Break.Cut(nodes), fault);
        case DELAY -> breakFor(new Break.Slow(nodes, Duration.ofMillis(fault.amount())), fault);
        case ONE_WAY -> breakFor(oneWay(nodes, fault.amount() == 0), fault);
        case CUT, KILL, PAUSE, CLOCK -> breakFor(new Break.Cut(nodes), fault);
      }
    } finally {
      ended(id);
    }
  }

  private Break oneWay(Set<Integer> nodes, boolean notHeard) {
    Set<Integer> others = new HashSet<>();
    for (int node = 0; node < devnet.nodes().size(); node++) {
      if (!nodes.contains(node)) {
        others.add(node);
      }
    }
    return notHeard ? new Break.OneWay(nodes, others) : new Break.OneWay(others, nodes);
  }

  private void breakFor(Break broken, Planned fault)
      throws CutShortException, InterruptedException {
    wires.add(broken);
    try {
      stop.pause(fault.length());
    } finally {
      wires.remove(broken);
    }
  }

  private void flap(Break broken, Planned fault) throws CutShortException, InterruptedException {
    long end = System.nanoTime() + fault.length().toNanos();
    Duration turn = Duration.ofMillis(fault.amount());
    while (System.nanoTime() - end < 0) {
      wires.add(broken);
      try {
        stop.pause(turn);
      } finally {
        wires.remove(broken);
      }
      stop.pause(turn);
    }
  }

  private int began(Planned fault, Set<Integer> nodes) {
    int id = ids.incrementAndGet();
    FaultKind kind = fault.kind();
    history.add(at -> new Event.FaultBegan(at, id, kind, nodes, fault.detail()));
    return id;
  }

  private void ended(int id) {
    history.add(at -> new Event.FaultEnded(at, id));
  }
}
