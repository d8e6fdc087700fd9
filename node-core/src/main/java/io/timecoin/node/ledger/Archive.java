package io.timecoin.node.ledger;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.utxo.SettledUtxos;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is settled, as the engine reads it. A read sees whole settlements only. What is pruned is
 * known by its height alone. An archive that cannot be read ends the caller with an unchecked
 * exception: a node without its memory must not go on.
 */
public interface Archive extends SettledUtxos {
  /** Where the last settlement ended, or empty before the first. */
  Optional<Tip> tip();

  /** The transaction with its proof, or empty if it is not here or pruned. */
  Optional<SettledTransaction> transaction(Txid txid);

  /** How many transactions blocks have included, coinbases not counted. */
  long transactionCount();

  /** Visits them in order of height, pruned ones not. */
  void forEachTransaction(Consumer<SettledTransaction> consumer);

  /** Height of the block that includes the transaction or coinbase, or null. */
  @Nullable Long includedAt(Txid txid);

  /** Height of the block that released it, or null. */
  @Nullable Long releasedAt(Txid txid);

  /**
   * Transactions that pay to an address or take from it, newest first.
   *
   * @param before those older than this one, or null for the newest; nothing if it is unknown
   */
  List<Txid> history(Address address, @Nullable Txid before, int max);

  /** The block, or empty if it is not here. */
  Optional<DecidedBlock> block(long height);

  /** Height of the block of that hash, or null. */
  @Nullable Long heightOf(Hash256 block);

  /** Height of the first block whose transactions are all here; those before may be pruned. */
  long firstWholeHeight();

  /** This node's votes on a transaction that is in no block. */
  Set<VoteStatement> votes(Txid txid);
}
