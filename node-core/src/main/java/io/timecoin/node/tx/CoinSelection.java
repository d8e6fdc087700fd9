package io.timecoin.node.tx;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Chooses which outputs pay for a transaction. Pure and deterministic: the same coins in any order
 * give the same choice, so that a payment can be explained and repeated.
 *
 * <p>A sum that needs no change output is preferred (a bounded branch-and-bound search finds it);
 * else as few coins as possible, and of those the least change.
 */
public final class CoinSelection {
  /** Branches tried in search of a sum without change; past it there is change. */
  private static final int TRIES_MAX = 100_000;

  private static final Comparator<Coin> LARGEST_FIRST =
      Comparator.comparing(Coin::amount).reversed().thenComparing(Coin::outPoint);

  private CoinSelection() {}

  /** An output that may be spent. */
  public record Coin(OutPoint outPoint, Amount amount) {}

  /** What the search came to. */
  public sealed interface Result {}

  /**
   * A choice.
   *
   * @param coins 1 to {@link Transaction#INPUTS_MAX}, largest first
   * @param fee at least the fee asked; more where the rest would have been dust
   * @param change for an output back to the payer; {@link Amount#ZERO} means no such output
   */
  public record Chosen(List<Coin> coins, Amount fee, Amount change) implements Result {}

  /** All coins together do not cover payment and fee. */
  public record Insufficient(Amount available, Amount needed) implements Result {}

  /**
   * The coins would cover it, but more of them than one transaction may spend.
   *
   * @param reachable what the largest {@link Transaction#INPUTS_MAX} coins hold
   */
  public record TooManyCoins(Amount reachable, Amount needed) implements Result {}

  /**
   * Covers {@code target} and {@code fee}.
   *
   * @param coins no outpoint twice
   * @param dust a smaller change is not worth an output and goes to the fee
   * @throws ArithmeticException if target and fee sum up to more than 2^63−1 units
   */
  public static Result choose(List<Coin> coins, Amount target, Amount fee, Amount dust) {
    Amount needed = target.plus(fee);
    List<Coin> sorted = coins.stream().sorted(LARGEST_FIRST).toList();
    List<Coin> reachable = sorted.subList(0, Math.min(sorted.size(), Transaction.INPUTS_MAX));
    if (sum(reachable).compareTo(needed) < 0) {
      Amount all = sum(sorted);
      return all.compareTo(needed) < 0
          ? new Insufficient(all, needed)
          : new TooManyCoins(sum(reachable), needed);
    }
    List<Coin> chosen =
        withoutChange(reachable, needed.units(), dust.units()).orElseGet(() -> few(sorted, needed));
    Amount rest = Amount.ofUnits(excess(chosen, needed.units()));
    boolean isDust = rest.compareTo(dust) < 0;
    return isDust ? new Chosen(chosen, fee.plus(rest), Amount.ZERO) : new Chosen(chosen, fee, rest);
  }

  /** Units above {@code needed}, which the coins reach with the last of them at the latest. */
  private static long excess(List<Coin> coins, long needed) {
    long missing = needed;
    long excess = 0;
    for (Coin coin : coins) {
      long used = Math.min(missing, coin.amount().units());
      missing -= used;
      excess += coin.amount().units() - used; // one coin at most exceeds by much: no overflow
    }
    return excess;
  }

  /** Largest first until it suffices, then the last one exchanged for the smallest that does. */
  private static List<Coin> few(List<Coin> sorted, Amount needed) {
    List<Coin> chosen = new ArrayList<>();
    long missing = needed.units();
    for (Coin coin : sorted) {
      if (coin.amount().units() >= missing) {
        chosen.add(smallestOf(sorted.subList(chosen.size(), sorted.size()), missing));
        return List.copyOf(chosen);
      }
      chosen.add(coin);
      missing -= coin.amount().units();
    }
    throw new IllegalStateException("the sum was checked before");
  }

  private static Coin smallestOf(List<Coin> sorted, long atLeast) {
    return sorted.stream()
        .filter(coin -> coin.amount().units() >= atLeast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Optional<List<Coin>> withoutChange(List<Coin> sorted, long needed, long dust) {
    long tolerance = Math.max(0, dust - 1);
    return new Search(sorted, needed, tolerance).run();
  }

  private static Amount sum(List<Coin> coins) {
    long units = 0;
    for (Coin coin : coins) {
      long next = units + coin.amount().units();
      units = next < 0 ? Long.MAX_VALUE : next; // saturated: only compared with what is needed
    }
    return Amount.ofUnits(units);
  }

  /** Depth first, a coin taken before it is left out; the first sum within tolerance wins. */
  private static final class Search {
    private final List<Coin> coins;
    private final long tolerance;
    private final long[] suffix;
    private final Deque<Integer> taken = new ArrayDeque<>();
    private long missing;
    private int tries;

    Search(List<Coin> coins, long needed, long tolerance) {
      this.coins = coins;
      this.missing = needed;
      this.tolerance = tolerance;
      this.suffix = new long[coins.size() + 1];
      for (int i = coins.size() - 1; i >= 0; i--) {
        long next = suffix[i + 1] + coins.get(i).amount().units();
        suffix[i] = next < 0 ? Long.MAX_VALUE : next;
      }
    }

    Optional<List<Coin>> run() {
      int at = 0;
      while (tries++ < TRIES_MAX) {
        if (missing <= 0 && -missing <= tolerance) {
          return Optional.of(taken.reversed().stream().map(coins::get).toList());
        }
        if (missing > 0 && at < coins.size() && suffix[at] >= missing) {
          take(at++);
        } else if (taken.isEmpty()) {
          return Optional.empty();
        } else {
          at = leaveLast() + 1;
        }
      }
      return Optional.empty();
    }

    private void take(int index) {
      taken.push(index);
      missing -= coins.get(index).amount().units();
    }

    private int leaveLast() {
      int index = taken.pop();
      missing += coins.get(index).amount().units();
      return index;
    }
  }
}
