package io.timecoin.node.cli.pay;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.CoinSelection;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TransactionSigner.Spend;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed payment.
 *
 * @param fee what nobody gets back
 * @param change what comes back to the payer; zero if there is no such output
 */
public record Payment(Transaction transaction, Amount fee, Amount change) {
  /**
   * What is to be paid.
   *
   * @param fee least fee
   * @param minFee a change below it is not worth an output
   */
  public record Order(Address to, Amount amount, Amount fee, Amount minFee) {}

  /**
   * Pays with a choice of the coins.
   *
   * @param back where the change goes
   * @param seconds since 1970
   * @throws CommandFailedException if they do not suffice
   */
  public static Payment choose(
      Hash256 genesisHash,
      SigningKey key,
      List<Coin> coins,
      Order order,
      Address back,
      long seconds)
      throws CommandFailedException {
    CoinSelection.Result result =
        CoinSelection.choose(coins, order.amount(), order.fee(), order.minFee());
    return switch (result) {
      case CoinSelection.Chosen chosen -> sign(genesisHash, key, chosen, order, back, seconds);
      case CoinSelection.Insufficient shortage ->
          throw new CommandFailedException(
              "insufficient_funds",
              "%s are spendable, %s are needed with the fee."
                  .formatted(shortage.available(), shortage.needed()));
      case CoinSelection.TooManyCoins many ->
          throw new CommandFailedException(
              "insufficient_funds",
              "one payment spends at most %d outputs, which hold %s here. Pay to yourself first to join them."
                  .formatted(Transaction.INPUTS_MAX, many.reachable()));
    };
  }

  /** Pays with exactly these coins, all of them. */
  public static Payment of(
      Hash256 genesisHash,
      SigningKey key,
      List<Coin> coins,
      Order order,
      Address back,
      long seconds)
      throws CommandFailedException {
    Amount available = coins.stream().map(Coin::amount).reduce(Amount.ZERO, Amount::plus);
    Amount needed = order.amount().plus(order.fee());
    if (available.compareTo(needed) < 0) {
      throw new CommandFailedException(
          "insufficient_funds",
          "the outpoints hold %s, %s are needed with the fee.".formatted(available, needed));
    }
    Amount rest = available.minus(needed);
    boolean dust = rest.compareTo(order.minFee()) < 0;
    CoinSelection.Chosen all =
        dust
            ? new CoinSelection.Chosen(coins, order.fee().plus(rest), Amount.ZERO)
            : new CoinSelection.Chosen(coins, order.fee(), rest);
    return sign(genesisHash, key, all, order, back, seconds);
  }

  private static Payment sign(
      Hash256 genesisHash,
      SigningKey key,
      CoinSelection.Chosen chosen,
      Order order,
      Address back,
      long seconds) {
    List<TxOutput> outputs = new ArrayList<>();
    outputs.add(new TxOutput(order.amount(), order.to()));
    if (!chosen.change().equals(Amount.ZERO)) {
      outputs.add(new TxOutput(chosen.change(), back));
    }
    List<Spend> spends =
        chosen.coins().stream().map(coin -> new Spend(coin.outPoint(), key)).toList();
    Transaction transaction = TransactionSigner.sign(genesisHash, spends, outputs, seconds);
    return new Payment(transaction, chosen.fee(), chosen.change());
  }

  /** The outputs it spends; states are told of the first. */
  public List<OutPoint> inputs() {
    return transaction.spends();
  }
}
