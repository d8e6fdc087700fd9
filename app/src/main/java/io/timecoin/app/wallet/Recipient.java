package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.tx.TxOutput;

/** Who gets how much. */
public record Recipient(Address address, Amount amount) {

  /** Refuses a payment of nothing. */
  public Recipient {
    if (amount.units() == 0) {
      throw new IllegalArgumentException("a recipient gets at least 1 unit");
    }
  }

  TxOutput output() {
    return new TxOutput(amount, address);
  }
}
