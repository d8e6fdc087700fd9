package io.timecoin.node.gateway;

import io.timecoin.node.protocol.FrameLimits;
import java.time.Duration;

/** What one connection, and all together, may take. Source of the defaults: protocol.md 6 and 7. */
public record GatewayLimits(Connections connections, Rates rates, Outbound outbound) {
  /** As the protocol states them. */
  public static final GatewayLimits DEFAULTS =
      new GatewayLimits(
          new Connections(
              5_000,
              10_000,
              FrameLimits.WEB_SOCKET_BYTES_MAX,
              Duration.ofSeconds(10),
              Duration.ofSeconds(30)),
          new Rates(1_000, 100, 100, 1_000, 10),
          new Outbound(1_000, 1 << 20, 64 << 20, Duration.ofSeconds(10)));

  /** These, with other rates. */
  public GatewayLimits with(Rates other) {
    return new GatewayLimits(connections, other, outbound);
  }

  /** These, with other connections. */
  public GatewayLimits with(Connections other) {
    return new GatewayLimits(other, rates, outbound);
  }

  /** These, with other queues. */
  public GatewayLimits with(Outbound other) {
    return new GatewayLimits(connections, rates, other);
  }

  /**
   * Bounds of a connection.
   *
   * @param max open at once; one more is told so and closed
   * @param watchedEntries outpoints and addresses of all its subscriptions together
   * @param messageBytes of one inbound message, however many frames it comes in
   * @param upgradeTime from accepting the socket to the finished upgrade
   * @param pingInterval between pings; without a pong for one and a half of it, it is closed. Whole
   *     seconds
   */
  public record Connections(
      int max, int watchedEntries, int messageBytes, Duration upgradeTime, Duration pingInterval) {}

  /**
   * Requests of a connection.
   *
   * @param transactionsPerSecond broadcasts
   * @param queriesPerSecond state queries
   * @param readsPerSecond requests for transactions and address histories
   * @param othersPerSecond everything else
   * @param subscriptionsPerMinute subscribe requests
   */
  public record Rates(
      int transactionsPerSecond,
      int queriesPerSecond,
      int readsPerSecond,
      int othersPerSecond,
      int subscriptionsPerMinute) {}

  /**
   * What may wait for a client that does not read. Snapshots have a bound of their own: they answer
   * requests that are limited themselves, and one alone may be larger than all the rest.
   *
   * @param messages that wait, snapshots not counted
   * @param bytes that wait, snapshots not counted
   * @param snapshotBytes of snapshots that wait
   * @param patience after a resync notice until it must have been read
   */
  public record Outbound(int messages, int bytes, int snapshotBytes, Duration patience) {}
}
