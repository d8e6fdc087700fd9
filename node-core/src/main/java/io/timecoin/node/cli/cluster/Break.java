package io.timecoin.node.cli.cluster;

import java.time.Duration;
import java.util.Set;

/** Something that is wrong with the ways between nodes, named by their indexes. */
public sealed interface Break {
  /** Whether there is no way at all from one to the other, nor back. */
  default boolean severs(int from, int to) {
    return false;
  }

  /** Whether what one says does not get to the other for now. */
  default boolean holds(int from, int to) {
    return false;
  }

  /** How much later than usual it gets there. */
  default Duration delay(int from, int to) {
    return Duration.ZERO;
  }

  /** These are cut off from all others: connections break, and new ones are refused. */
  record Cut(Set<Integer> island) implements Break {
    /** Copies. */
    public Cut {
      island = Set.copyOf(island);
    }

    @Override
    public boolean severs(int from, int to) {
      return island.contains(from) != island.contains(to);
    }
  }

  /**
   * What these say does not reach those, while the other direction works. Connections stay, as TCP
   * keeps them while packets are lost: what was said gets there afterwards, unless one side has
   * given up.
   */
  record OneWay(Set<Integer> senders, Set<Integer> receivers) implements Break {
    /** Copies. */
    public OneWay {
      senders = Set.copyOf(senders);
      receivers = Set.copyOf(receivers);
    }

    @Override
    public boolean holds(int from, int to) {
      return senders.contains(from) && receivers.contains(to);
    }
  }

  /** Everything to and from these takes longer. */
  record Slow(Set<Integer> nodes, Duration by) implements Break {
    /** Copies. */
    public Slow {
      nodes = Set.copyOf(nodes);
    }

    @Override
    public Duration delay(int from, int to) {
      return nodes.contains(from) || nodes.contains(to) ? by : Duration.ZERO;
    }
  }
}
