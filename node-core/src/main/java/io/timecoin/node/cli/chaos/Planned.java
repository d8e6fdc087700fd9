package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.chaos.history.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A fault that will be.
 *
 * @param start after the begin of all faults
 * @param amount milliseconds by which a clock is ahead (behind: negative) or messages are late, or
 *     between two turns of a flapping way; of a way that is open in one direction 0: not heard, 1:
 *     not hearing; of others 0
 */
record Planned(Duration start, Duration length, FaultKind kind, List<Integer> nodes, int amount) {
  private static final double MS_A_SECOND = 1000;

  Planned {
    nodes = List.copyOf(nodes);
  }

  Duration end() {
    return start.plus(length);
  }

  /** What its kind does not say; empty if nothing. */
  String detail() {
    return switch (kind) {
      case KILL, PAUSE, CUT -> "";
      case CLOCK -> String.format(Locale.ROOT, "%+.1f s", amount / MS_A_SECOND);
      case DELAY -> amount + " ms";
      case FLAP -> "every " + amount + " ms";
      case ONE_WAY -> amount == 0 ? "not heard" : "not hearing";
    };
  }
}
