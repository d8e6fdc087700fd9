package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.tx.CoinSelection;
import io.timecoin.node.tx.CoinSelection.Coin;
import java.util.List;

/** Whether and how a wallet can pay an amount with the coins it has. */
public sealed interface PaymentPlan {

  /** So it would be signed. */
  record Ready(Payment payment) implements PaymentPlan {}

  /** There is less than amount and fee together. */
  record NotEnough(Amount available, Amount needed) implements PaymentPlan {}

  /** The money is in more pieces than one transaction can spend. */
  record TooManyPieces(Amount reachable) implements PaymentPlan {}

  /** More than any amount of money can be. */
  record OutOfRange() implements PaymentPlan {}

  /**
   * Chooses the coins; the same coins in any order give the same plan.
   *
   * @param coins what may be spent
   * @param fee the least the network takes
   */
  static PaymentPlan of(List<Coin> coins, Address to, Amount amount, Address changeTo, Amount fee) {
    if (Long.MAX_VALUE - amount.units() < fee.units()) {
      return new OutOfRange();
    }
    // Change worth less than the fee of spending it again is left to the fee.
    return switch (CoinSelection.choose(coins, amount, fee, fee)) {
      case CoinSelection.Chosen chosen ->
          new Ready(
              new Payment(chosen.coins(), to, amount, changeTo, chosen.change(), chosen.fee()));
      case CoinSelection.Insufficient less -> new NotEnough(less.available(), less.needed());
      case CoinSelection.TooManyCoins many -> new TooManyPieces(many.reachable());
    };
  }
}
