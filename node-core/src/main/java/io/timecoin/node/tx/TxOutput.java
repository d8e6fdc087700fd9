package io.timecoin.node.tx;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;

/** Money for an address. */
public record TxOutput(Amount amount, Address address) {
  /** Refuses an output of nothing. */
  public TxOutput {
    if (amount.units() == 0) {
      throw new IllegalArgumentException("output amount must be at least 1 unit");
    }
  }
}
