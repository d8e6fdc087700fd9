package io.timecoin.node.sim;

import java.util.List;

/**
 * How many messages a run may have cost: so many to each peer for each transaction, and so many
 * more for each connection, over which what the other lacks is sent again. A bound that a storm of
 * echoes would break, not a target. Floods and liars send for themselves; what they cause is
 * bounded all the same.
 */
final class MessageBounds {
  private static final List<String> OF_TRANSACTIONS =
      List.of("TransactionBroadcast", "InstantFinalityVote", "ReleasePromise", "GetTransactions");

  /** To one peer about one transaction. */
  private static final int A_PEER = 14;

  /** Over one new connection about one transaction. */
  private static final int A_CONNECTION = 10;

  private MessageBounds() {}

  static void check(SimWorld world) {
    long sent =
        OF_TRANSACTIONS.stream()
            .mapToLong(type -> world.network.sent().getOrDefault(type, 0L))
            .sum();
    long nodes = world.profile.nodes();
    long transactions = world.invariants.sentTransactions() + 1L;
    long bound =
        transactions * (nodes * (nodes - 1) * A_PEER + world.network.connections() * A_CONNECTION);
    Breach.unless(
        sent <= bound,
        "%d messages for %d transactions over %d connections of %d nodes",
        sent,
        transactions,
        world.network.connections(),
        nodes);
  }
}
