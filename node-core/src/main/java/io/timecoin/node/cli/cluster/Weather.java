package io.timecoin.node.cli.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that is wrong with the ways between nodes right now. Safe on any thread. */
final class Weather {
  private final List<Break> breaks = new CopyOnWriteArrayList<>();

  void add(Break added) {
    breaks.add(added);
  }

  synchronized void remove(Break removed) {
    breaks.remove(removed);
    notifyAll();
  }

  synchronized void clear() {
    breaks.clear();
    notifyAll();
  }

  boolean severs(int from, int to) {
    return breaks.stream().anyMatch(b -> b.severs(from, to));
  }

  Duration delay(int from, int to) {
    return breaks.stream().map(b -> b.delay(from, to)).reduce(Duration.ZERO, Duration::plus);
  }

  /** Waits while nothing gets from one to the other. */
  synchronized void awaitPassage(int from, int to) throws InterruptedException {
    while (breaks.stream().anyMatch(b -> b.holds(from, to))) {
      wait();
    }
  }
}
