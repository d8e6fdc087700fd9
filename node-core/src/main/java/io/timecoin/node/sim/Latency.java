package io.timecoin.node.sim;

import java.util.Random;

/** How long a message is under way between two masternodes. */
interface Latency {
  /** Microseconds from one node to another, by their indices. */
  long micros(int from, int to, Random random);

  /** From one millisecond to so many, every time anew. */
  static Latency upTo(int ms) {
    return (_, _, random) -> 1_000L * (1 + random.nextInt(ms));
  }
}
