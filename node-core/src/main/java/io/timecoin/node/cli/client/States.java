package io.timecoin.node.cli.client;

import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.Optional;

/** States in words. */
public final class States {
  private States() {}

  /** The specification's name. */
  public static String name(UtxoState state) {
    return state.getClass().getSimpleName();
  }

  /** The transaction that spends the output. */
  public static Optional<Txid> spender(UtxoState state) {
    return switch (state) {
      case UtxoState.Unspent _ -> Optional.empty();
      case UtxoState.Locked s -> Optional.of(s.txid());
      case UtxoState.SpentPending s -> Optional.of(s.txid());
      case UtxoState.SpentFinalized s -> Optional.of(s.txid());
      case UtxoState.Confirmed s -> Optional.of(s.txid());
    };
  }

  /** Votes to stand behind the name, with a blank before them; empty if the state has none. */
  public static String votes(UtxoState state) {
    return switch (state) {
      case UtxoState.SpentPending s -> " " + s.votes() + " of " + s.totalNodes();
      case UtxoState.SpentFinalized s -> " " + s.votes();
      case UtxoState.Unspent _, UtxoState.Locked _, UtxoState.Confirmed _ -> "";
    };
  }

  /** What the name does not say; empty if nothing. */
  public static String details(UtxoState state) {
    return switch (state) {
      case UtxoState.Unspent _ -> "";
      case UtxoState.Locked s -> "by " + s.txid();
      case UtxoState.SpentPending s ->
          s.votes() + " of " + s.totalNodes() + " votes, by " + s.txid();
      case UtxoState.SpentFinalized s -> s.votes() + " votes, by " + s.txid();
      case UtxoState.Confirmed s -> "in block " + s.blockHeight() + ", by " + s.txid();
    };
  }
}
