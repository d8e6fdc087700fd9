package io.timecoin.node.engine;

/** One P2P connection, for as long as it lasts; never reused. */
public record PeerId(long value) implements Comparable<PeerId> {
  @Override
  public int compareTo(PeerId other) {
    return Long.compare(value, other.value);
  }
}
