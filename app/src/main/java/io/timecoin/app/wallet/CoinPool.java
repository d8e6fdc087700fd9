package io.timecoin.app.wallet;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a wallet has to pay with.
 *
 * @param coins unspent outputs, no outpoint twice
 * @param frozen outputs that must not be spent; they need not be among the coins
 */
public record CoinPool(List<OwnCoin> coins, Set<OutPoint> frozen) {

  /** Copies both; refuses the same outpoint twice. */
  public CoinPool {
    coins = List.copyOf(coins);
    frozen = Set.copyOf(frozen);
    if (coins.stream().map(OwnCoin::outPoint).distinct().count() < coins.size()) {
      throw new IllegalArgumentException("a coin is in the pool twice");
    }
  }

  /** Coins none of which is frozen. */
  public static CoinPool of(List<OwnCoin> coins) {
    return new CoinPool(coins, Set.of());
  }

  /** The coins that may be spent. */
  public List<OwnCoin> free() {
    return coins.stream().filter(coin -> !frozen.contains(coin.outPoint())).toList();
  }

  /** Empty above 2^63−1 units: no money there is, but somebody may claim it. */
  static Optional<Amount> sum(Stream<Amount> amounts) {
    try {
      return Optional.of(amounts.reduce(Amount.ZERO, Amount::plus));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }
}
