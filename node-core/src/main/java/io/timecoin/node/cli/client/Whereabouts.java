package io.timecoin.node.cli.client;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.TransactionStatus;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one payment stands at a node.
 *
 * @param record as the node holds it, or null where a block released it
 * @param status its votes and what it waits for, while it is not decided
 * @param block the block that includes or released it, or null
 */
record Whereabouts(
    Txid txid,
    @Nullable TransactionRecord record,
    @Nullable TransactionStatus status,
    @Nullable BlockRecord block) {

  /**
   * Asks the node.
   *
   * @throws CommandFailedException if it does not know the payment
   */
  static Whereabouts of(NodeConnection node, Txid txid, Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    List<TransactionRecord> records =
        node.ask(
                id -> new NetworkMessage.GetTransactions(List.of(txid), id),
                NetworkMessage.Transactions.class,
                timeout)
            .transactions();
    List<BlockRecord> blocks =
        node.ask(
                id -> new NetworkMessage.GetBlocks(new BlockSelector.With(txid), 1, id),
                NetworkMessage.Blocks.class,
                timeout)
            .blocks();
    BlockRecord block = blocks.isEmpty() ? null : blocks.getFirst();
    TransactionRecord record = records.isEmpty() ? null : records.getFirst();
    if (record == null && block == null) {
      throw new CommandFailedException(
          "unknown_transaction",
          "the node does not know " + txid + ". Ask a node that has seen it, or send it again.");
    }
    return new Whereabouts(
        txid, record, record == null ? null : votes(node, record, timeout), block);
  }

  /** Told to whoever subscribes to what a pending payment spends. */
  private static @Nullable TransactionStatus votes(
      NodeConnection node, TransactionRecord record, Duration timeout)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    if (!isPending(record.phase())) {
      return null;
    }
    Txid txid = record.transaction().txid();
    new Subscription(node, record.transaction().spends(), List.of(), timeout).open();
    long deadline = System.nanoTime() + timeout.toNanos();
    Received received = node.next(timeout);
    while (received != null) {
      if (received.message() instanceof TransactionStatus status && status.txid().equals(txid)) {
        return status;
      }
      received = node.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    return null;
  }

  private static boolean isPending(TransactionPhase phase) {
    return switch (phase) {
      case WAITING, PREPARING, COMMITTING -> true;
      case FINAL, CONFIRMED, REJECTED -> false;
    };
  }

  /** The word for it: as on the wire, or {@code released}. */
  String word() {
    if (status != null) {
      return status.phase().name().toLowerCase(Locale.ROOT);
    }
    boolean released = block != null && block.decided().block().releases(txid);
    return released || record == null ? "released" : record.phase().name().toLowerCase(Locale.ROOT);
  }
}
