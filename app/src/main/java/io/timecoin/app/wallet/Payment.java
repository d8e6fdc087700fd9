package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment as it will be signed.
 *
 * @param inputs what is spent
 * @param change what comes back, zero if nothing does
 * @param fee what the inputs hold beyond amount and change
 */
public record Payment(
    List<Coin> inputs, Address to, Amount amount, Address changeTo, Amount change, Amount fee) {

  /** Refuses sums that do not meet: money would be lost or made. */
  public Payment {
    inputs = List.copyOf(inputs);
    Amount in = inputs.stream().map(Coin::amount).reduce(Amount.ZERO, Amount::plus);
    if (!in.equals(amount.plus(change).plus(fee))) {
      throw new IllegalArgumentException("inputs differ from amount, change and fee together");
    }
  }

  /** The receiver's output first, then the change where there is any. */
  public List<TxOutput> outputs() {
    List<TxOutput> outputs = new ArrayList<>();
    outputs.add(new TxOutput(amount, to));
    if (change.units() > 0) {
      outputs.add(new TxOutput(change, changeTo));
    }
    return outputs;
  }

  /** What the inputs hold. */
  public Amount inputSum() {
    return amount.plus(change).plus(fee);
  }
}
