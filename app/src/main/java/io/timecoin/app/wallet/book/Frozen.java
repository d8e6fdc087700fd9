package io.timecoin.app.wallet.book;

import io.timecoin.node.base.OutPoint;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Outputs put aside: never spent unless thawed.
 *
 * @param outPoints in their order
 */
public record Frozen(NavigableSet<OutPoint> outPoints) {

  /** Frozen outputs of one wallet at most. */
  public static final int OUTPOINTS_MAX = 10_000;

  /** Everything may be spent. */
  public static final Frozen NONE = new Frozen(new TreeSet<>());

  /**
   * Copies.
   *
   * @throws IllegalArgumentException beyond {@link #OUTPOINTS_MAX}
   */
  public Frozen {
    if (outPoints.size() > OUTPOINTS_MAX) {
      throw new IllegalArgumentException(
          "a wallet keeps at most " + OUTPOINTS_MAX + " outputs frozen");
    }
    outPoints = Collections.unmodifiableNavigableSet(new TreeSet<>(outPoints));
  }

  /** Whether it must not be spent. */
  public boolean contains(OutPoint outPoint) {
    return outPoints.contains(outPoint);
  }

  /** With that output frozen, or not. */
  public Frozen with(OutPoint outPoint, boolean frozen) {
    NavigableSet<OutPoint> changed = new TreeSet<>(outPoints);
    if (frozen) {
      changed.add(outPoint);
    } else {
      changed.remove(outPoint);
    }
    return new Frozen(changed);
  }
}
