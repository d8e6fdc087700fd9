package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment as it will be signed.
 *
 * @param inputs what is spent, no outpoint twice
 * @param recipients who is paid, in this order
 * @param changeTo where the change goes, if there is any
 * @param change what comes back, zero if nothing does
 * @param fee what the inputs hold beyond recipients and change
 */
public record Payment(
    List<OwnCoin> inputs, List<Recipient> recipients, Address changeTo, Amount change, Amount fee) {

  /** Refuses sums that do not meet: money would be lost or made. */
  public Payment {
    inputs = List.copyOf(inputs);
    recipients = List.copyOf(recipients);
    int outputs = recipients.size() + (change.units() > 0 ? 1 : 0);
    if (inputs.isEmpty()
        || recipients.isEmpty()
        || inputs.size() > Transaction.INPUTS_MAX
        || outputs > Transaction.OUTPUTS_MAX) {
      throw new IllegalArgumentException("inputs or outputs are none, or too many");
    }
    Optional<Amount> in = CoinPool.sum(inputs.stream().map(OwnCoin::amount));
    if (in.isEmpty() || !in.equals(sum(recipients).map(paid -> paid.plus(change).plus(fee)))) {
      throw new IllegalArgumentException("inputs differ from amount, change and fee together");
    }
  }

  private static Optional<Amount> sum(List<Recipient> recipients) {
    return CoinPool.sum(recipients.stream().map(Recipient::amount));
  }

  /** What all recipients get together. */
  public Amount amount() {
    return sum(recipients).orElseThrow();
  }

  /** The recipients' outputs first, then the change where there is any. */
  public List<TxOutput> outputs() {
    List<TxOutput> outputs = new ArrayList<>(recipients.stream().map(Recipient::output).toList());
    if (change.units() > 0) {
      outputs.add(new TxOutput(change, changeTo));
    }
    return List.copyOf(outputs);
  }

  /** What the inputs hold. */
  public Amount inputSum() {
    return amount().plus(change).plus(fee);
  }
}
