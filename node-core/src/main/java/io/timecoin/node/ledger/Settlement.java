package io.timecoin.node.ledger;

import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.VoteStatement;
import java.util.List;
import java.util.Map;

/**
 * What decided blocks have changed since the settlement before, to be archived as a whole or not at
 * all. Archiving it twice, or a larger one instead, comes to the same.
 *
 * @param blocks in order of height
 * @param utxos every output that came into being or was spent
 * @param releases height of the block that released each
 * @param votes this node's, on transactions that are neither pending nor in a block
 */
public record Settlement(
    Tip tip,
    List<DecidedBlock> blocks,
    List<SettledTransaction> transactions,
    List<SettledUtxo> utxos,
    Map<Txid, Long> releases,
    List<VoteStatement> votes) {
  /** Keeps copies. */
  public Settlement {
    blocks = List.copyOf(blocks);
    transactions = List.copyOf(transactions);
    utxos = List.copyOf(utxos);
    releases = Map.copyOf(releases);
    votes = List.copyOf(votes);
  }

  /** Height of the last block in it. */
  public long height() {
    return tip.height();
  }
}
