package io.timecoin.node.p2p.link;

import io.timecoin.node.base.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Faults switched on for single peers, so that a demonstration network or a test can slow down,
 * thin out or cut real links. Nothing is on unless somebody switches it on. Safe on any thread.
 */
public final class LinkFaults {
  private volatile Map<PublicKey, Fault> faults = Map.of();

  /**
   * What happens to the frames this node sends to one peer.
   *
   * @param delay each frame leaves that much later, in order
   * @param loss share of frames that never leave, 0 to 1
   * @param blocked no connection at all, in either direction
   */
  public record Fault(Duration delay, double loss, boolean blocked) {
    /** Refuses a negative delay and a share that is none. */
    public Fault {
      if (delay.isNegative() || !(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException("a delay is not negative and a loss is 0 to 1");
      }
    }

    /** A slow link. */
    public static Fault delayed(Duration delay) {
      return new Fault(delay, 0, false);
    }

    /** A link that loses frames. */
    public static Fault lossy(double loss) {
      return new Fault(Duration.ZERO, loss, false);
    }

    /** No link. */
    public static Fault cut() {
      return new Fault(Duration.ZERO, 0, true);
    }
  }

  /** Replaces the fault of one peer; a cut takes effect within a tenth of a second. */
  public synchronized void set(PublicKey peer, Fault fault) {
    Map<PublicKey, Fault> changed = new HashMap<>(faults);
    changed.put(peer, fault);
    faults = Map.copyOf(changed);
  }

  /** The link to one peer works again. */
  public synchronized void heal(PublicKey peer) {
    Map<PublicKey, Fault> changed = new HashMap<>(faults);
    changed.remove(peer);
    faults = Map.copyOf(changed);
  }

  /** Every link works again. */
  public synchronized void healAll() {
    faults = Map.of();
  }

  /** The faults that are on. */
  public Map<PublicKey, Fault> all() {
    return faults;
  }

  /** Whether that peer is cut off. */
  public boolean blocks(PublicKey peer) {
    Fault fault = of(peer);
    return fault != null && fault.blocked();
  }

  boolean any() {
    return !faults.isEmpty();
  }

  @Nullable Fault of(PublicKey peer) {
    return faults.get(peer);
  }
}
