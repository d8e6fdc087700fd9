package io.timecoin.app.wallet;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.CoinSelection;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a plan of a draft: checks what is wrong with the draft itself, then looks for coins. */
record Planner(CoinPool pool, PaymentDraft draft, Amount least) {

  /** One output is kept for change. */
  static final int RECIPIENTS_MAX = Transaction.OUTPUTS_MAX - 1;

  private static final Comparator<OwnCoin> LARGEST_FIRST =
      Comparator.comparing(OwnCoin::amount).reversed().thenComparing(OwnCoin::outPoint);

  PaymentPlan plan() {
    if (draft.outputCount() == 0) {
      return new PaymentPlan.NoRecipient();
    }
    if (draft.outputCount() > RECIPIENTS_MAX) {
      return new PaymentPlan.TooManyRecipients(RECIPIENTS_MAX);
    }
    if (draft.fee().compareTo(least) < 0) {
      return new PaymentPlan.FeeTooLow(least);
    }
    List<OwnCoin> free = pool.free().stream().sorted(LARGEST_FIRST).toList();
    Set<OutPoint> missing = new HashSet<>(draft.picked());
    free.forEach(coin -> missing.remove(coin.outPoint()));
    if (!missing.isEmpty()) {
      return new PaymentPlan.CannotSpend(new TreeSet<>(missing));
    }
    Optional<Amount> amount =
        CoinPool.sum(draft.recipients().stream().map(Recipient::amount))
            .filter(sum -> sum.units() < Long.MAX_VALUE - draft.fee().units());
    return amount.isEmpty() ? new PaymentPlan.OutOfRange() : pay(amount.get(), free);
  }

  private PaymentPlan pay(Amount amount, List<OwnCoin> free) {
    if (!draft.picked().isEmpty()) {
      return spend(only(draft.picked(), free), amount);
    }
    return draft.rest() == null ? choose(amount, free) : spend(free, amount);
  }

  private PaymentPlan choose(Amount amount, List<OwnCoin> free) {
    List<Coin> coins = free.stream().map(coin -> new Coin(coin.outPoint(), coin.amount())).toList();
    return switch (CoinSelection.choose(coins, amount, draft.fee(), least)) {
      case CoinSelection.Chosen chosen ->
          spend(
              only(chosen.coins().stream().map(Coin::outPoint).collect(Collectors.toSet()), free),
              amount);
      case CoinSelection.Insufficient less ->
          new PaymentPlan.NotEnough(less.available(), less.needed());
      case CoinSelection.TooManyCoins many -> new PaymentPlan.TooManyPieces(many.reachable());
    };
  }

  private static List<OwnCoin> only(Set<OutPoint> wanted, List<OwnCoin> coins) {
    return coins.stream().filter(coin -> wanted.contains(coin.outPoint())).toList();
  }

  /** Spends all of these coins. */
  private PaymentPlan spend(List<OwnCoin> coins, Amount amount) {
    int count = Math.min(coins.size(), Transaction.INPUTS_MAX);
    Optional<Amount> sum = CoinPool.sum(coins.stream().limit(count).map(OwnCoin::amount));
    if (sum.isEmpty()) {
      return new PaymentPlan.OutOfRange();
    }
    if (coins.size() > count) {
      return new PaymentPlan.TooManyPieces(sum.get());
    }
    Address rest = draft.rest();
    long needed = amount.units() + draft.fee().units() + (rest == null ? 0 : 1);
    if (sum.get().units() < needed) {
      return new PaymentPlan.NotEnough(sum.get(), Amount.ofUnits(needed));
    }
    Amount left = sum.get().minus(amount).minus(draft.fee());
    return new PaymentPlan.Ready(rest == null ? withChange(coins, left) : allTo(rest, coins, left));
  }

  private Payment withChange(List<OwnCoin> coins, Amount left) {
    boolean worthAnOutput = left.compareTo(least) >= 0;
    return new Payment(
        coins,
        draft.recipients(),
        draft.changeTo(),
        worthAnOutput ? left : Amount.ZERO,
        worthAnOutput ? draft.fee() : draft.fee().plus(left));
  }

  private Payment allTo(Address rest, List<OwnCoin> coins, Amount left) {
    List<Recipient> recipients = new ArrayList<>(draft.recipients());
    recipients.add(new Recipient(rest, left));
    return new Payment(coins, recipients, draft.changeTo(), Amount.ZERO, draft.fee());
  }
}
