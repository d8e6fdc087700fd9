package io.timecoin.node.devnet;

import io.timecoin.node.p2p.link.LinkFaults;
import io.timecoin.node.p2p.link.LinkFaults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the links between the nodes of a {@link Devnet}: slow all over, or cut between
 * two sides. It holds for nodes that are started later too. Only where all nodes live in this
 * process. Safe on any thread; returns at once, and is in force within a tenth of a second.
 */
public final class DevnetFaults {
  private final List<DevnetNode> nodes;
  private volatile Links links = Links.FINE;

  /**
   * How the links are.
   *
   * @param delay every message between two nodes arrives that much later
   * @param apart indexes of the nodes that cannot reach the others, nor be reached; empty: none
   */
  public record Links(Duration delay, Set<Integer> apart) {
    /** Nothing is wrong. */
    public static final Links FINE = new Links(Duration.ZERO, Set.of());

    /** Refuses a negative delay. */
    public Links {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("a delay is not negative");
      }
      apart = Set.copyOf(apart);
    }

    /** Whether one of the two is on the side that is apart, and the other not. */
    public boolean cutBetween(int one, int other) {
      return apart.contains(one) != apart.contains(other);
    }

    private Optional<Fault> between(int from, int to) {
      if (cutBetween(from, to)) {
        return Optional.of(Fault.cut());
      }
      return delay.isZero() ? Optional.empty() : Optional.of(Fault.delayed(delay));
    }
  }

  DevnetFaults(List<DevnetNode> nodes) {
    this.nodes = nodes;
  }

  /** How the links are meant to be now. */
  public Links links() {
    return links;
  }

  /**
   * Makes every link slow.
   *
   * @param delay zero for none
   * @throws IllegalStateException if nodes run in processes of their own
   */
  public void delay(Duration delay) {
    set(new Links(delay, links.apart()));
  }

  /**
   * Cuts every link between these nodes and all others; among themselves both sides go on.
   *
   * @param apart indexes from 0; none joins both sides again
   * @throws IllegalStateException if nodes run in processes of their own
   */
  public void partition(Set<Integer> apart) {
    set(new Links(links.delay(), apart));
  }

  /**
   * Every link works again; nodes that are not running stay so.
   *
   * @throws IllegalStateException if nodes run in processes of their own
   */
  public void healAll() {
    set(Links.FINE);
  }

  private synchronized void set(Links now) {
    links = now;
    nodes.forEach(this::apply);
  }

  /** Makes the links of a node that was just started as they are meant to be. */
  synchronized void started(DevnetNode node) {
    if (!links.equals(Links.FINE)) {
      apply(node);
    }
  }

  private void apply(DevnetNode node) {
    if (node.running()) {
      LinkFaults switches =
          node.faults()
              .orElseThrow(
                  () -> new IllegalStateException("only nodes in this process have such switches"));
      for (DevnetNode other : nodes) {
        links
            .between(node.index(), other.index())
            .filter(_ -> other.index() != node.index())
            .ifPresentOrElse(
                fault -> switches.set(other.publicKey(), fault),
                () -> switches.heal(other.publicKey()));
      }
    }
  }
}
