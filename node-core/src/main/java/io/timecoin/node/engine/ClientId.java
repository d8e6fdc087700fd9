package io.timecoin.node.engine;

/** One WebSocket connection, for as long as it lasts; never reused. */
public record ClientId(long value) implements Comparable<ClientId> {
  @Override
  public int compareTo(ClientId other) {
    return Long.compare(value, other.value);
  }
}
