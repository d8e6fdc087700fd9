package io.timecoin.node.gateway;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The gateway's counters since it was made; readable from any thread. */
public final class GatewayCounters {
  private final Map<GatewayCounter, LongAdder> values = new EnumMap<>(GatewayCounter.class);

  private final GatewayTimes times;

  GatewayCounters() {
    this(GatewayTimes.NONE);
  }

  GatewayCounters(GatewayTimes times) {
    this.times = times;
    for (GatewayCounter counter : GatewayCounter.values()) {
      values.put(counter, new LongAdder());
    }
  }

  /** How often it happened. */
  public long get(GatewayCounter counter) {
    return adder(counter).sum();
  }

  /** All of them. */
  public Map<GatewayCounter, Long> snapshot() {
    Map<GatewayCounter, Long> copy = new EnumMap<>(GatewayCounter.class);
    values.forEach((counter, adder) -> copy.put(counter, adder.sum()));
    return copy;
  }

  void count(GatewayCounter counter) {
    adder(counter).increment();
  }

  void count(GatewayCounter counter, long times) {
    adder(counter).add(times);
  }

  /** Whom to tell how long things took. */
  GatewayTimes times() {
    return times;
  }

  private LongAdder adder(GatewayCounter counter) {
    LongAdder adder = values.get(counter);
    if (adder == null) {
      throw new IllegalStateException("no counter " + counter);
    }
    return adder;
  }
}
