package io.timecoin.node.utxo;

import io.timecoin.node.base.Txid;
import java.util.Optional;

/**
 * Where an output stands on its way to being spent. Times are seconds since 1970. Source:
 * specification, Transaction Flow; protocol.md 3.
 */
public sealed interface UtxoState {
  /** The only instance needed of {@link Unspent}. */
  UtxoState UNSPENT = new Unspent();

  /** The transaction that spent it for ever, or empty while it can still be another one. */
  default Optional<Txid> finalSpender() {
    return switch (this) {
      case SpentFinalized s -> Optional.of(s.txid());
      case Confirmed s -> Optional.of(s.txid());
      case Unspent _, Locked _, SpentPending _ -> Optional.empty();
    };
  }

  /** Spendable. */
  record Unspent() implements UtxoState {}

  /** Reserved for a transaction while masternodes vote. */
  record Locked(Txid txid, long lockedAt) implements UtxoState {}

  /**
   * At least one prepare vote is counted.
   *
   * @param votes prepare-approvals counted by this node
   * @param totalNodes masternodes in the set
   */
  record SpentPending(Txid txid, int votes, int totalNodes, long spentAt) implements UtxoState {}

  /**
   * Spent for ever: this node holds the finality certificate.
   *
   * @param votes commit votes held
   */
  record SpentFinalized(Txid txid, long finalizedAt, int votes) implements UtxoState {}

  /** Spent by a transaction in a decided block. */
  record Confirmed(Txid txid, long blockHeight, long confirmedAt) implements UtxoState {}
}
