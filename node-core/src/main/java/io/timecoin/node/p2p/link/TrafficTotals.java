package io.timecoin.node.p2p.link;

import java.util.concurrent.atomic.LongAdder;

/** What went through all connections since the start, those that ended included. */
public final class TrafficTotals {
  final LongAdder bytesIn = new LongAdder();
  final LongAdder bytesOut = new LongAdder();
  final LongAdder messagesIn = new LongAdder();
  final LongAdder messagesOut = new LongAdder();

  /** Bytes read. */
  public long bytesIn() {
    return bytesIn.sum();
  }

  /** Bytes written. */
  public long bytesOut() {
    return bytesOut.sum();
  }

  /** Messages read. */
  public long messagesIn() {
    return messagesIn.sum();
  }

  /** Messages written. */
  public long messagesOut() {
    return messagesOut.sum();
  }
}
