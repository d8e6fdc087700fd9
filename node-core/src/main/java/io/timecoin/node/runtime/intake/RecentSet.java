package io.timecoin.node.runtime.intake;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The last so many elements added. Safe on any thread; asking never waits. */
final class RecentSet<T> {
  private final int max;
  private final Set<T> elements = ConcurrentHashMap.newKeySet();
  private final Queue<T> order = new ArrayDeque<>();

  /** Remembers that many. */
  RecentSet(int max) {
    this.max = max;
  }

  /** Adds it, and forgets the oldest if there are too many. */
  void add(T element) {
    synchronized (order) {
      if (elements.add(element)) {
        order.add(element);
        if (order.size() > max) {
          elements.remove(order.remove());
        }
      }
    }
  }

  /** Whether it is remembered. */
  boolean contains(T element) {
    return elements.contains(element);
  }
}
