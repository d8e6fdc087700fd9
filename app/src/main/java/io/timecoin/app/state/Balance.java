package io.timecoin.app.state;

import io.timecoin.node.base.Amount;

/**
 * What a wallet holds, in units. Each output counts once: what is on its way out still belongs to
 * the wallet until the payment is final.
 *
 * @param available can be spent now
 * @param locked reserved for a payment that has no vote yet
 * @param pending being voted on
 */
public record Balance(long available, long locked, long pending) {

  /** Nothing. */
  public static final Balance ZERO = new Balance(0, 0, 0);

  /** All together. */
  public Amount total() {
    return Amount.ofUnits(available + locked + pending);
  }

  /** The balance with that output counted. */
  public Balance plus(Utxo utxo) {
    return add(utxo, 1);
  }

  /** The balance without that output. */
  public Balance minus(Utxo utxo) {
    return add(utxo, -1);
  }

  /** The balance of these outputs, counted afresh. */
  public static Balance of(Iterable<Utxo> utxos) {
    Balance balance = ZERO;
    for (Utxo utxo : utxos) {
      balance = balance.plus(utxo);
    }
    return balance;
  }

  private Balance add(Utxo utxo, int sign) {
    long units = sign * utxo.amount().units();
    return switch (utxo.stage()) {
      case UNSPENT -> new Balance(available + units, locked, pending);
      case LOCKED -> new Balance(available, locked + units, pending);
      case SPENT_PENDING -> new Balance(available, locked, pending + units);
      case SPENT_FINALIZED, CONFIRMED -> this;
    };
  }
}
