package io.timecoin.node.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.CoinSelection.Chosen;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.CoinSelection.Insufficient;
import io.timecoin.node.tx.CoinSelection.TooManyCoins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoinSelectionTest {
  private static final Txid TXID = Txid.parse("ab".repeat(32));
  private static final Amount FEE = Amount.ofUnits(1_000);

  @Test
  void coinThatFitsExactlyNeedsNoChange() {
    assertChosen(choose(coins(50_000, 31_000, 40_000), 30_000), 1_000, 0, 31_000);
  }

  @Test
  void coinsThatFitExactlyTogetherAreFound() {
    assertChosen(choose(coins(70_000, 20_000, 11_000, 9_999), 30_000), 1_000, 0, 20_000, 11_000);
  }

  @Test
  void smallestSufficientCoinIsTakenWhereNothingFitsExactly() {
    assertChosen(choose(coins(90_000, 50_000, 60_000), 30_000), 1_000, 19_000, 50_000);
  }

  @Test
  void asFewCoinsAsPossibleAreTakenWithTheLeastChange() {
    assertChosen(
        choose(coins(50_000, 40_000, 35_000, 22_000), 69_000), 1_000, 2_000, 50_000, 22_000);
  }

  @Test
  void restBelowDustGoesToTheFee() {
    assertChosen(choose(coins(31_999), 30_000), 1_999, 0, 31_999);
    assertChosen(choose(coins(32_000), 30_000), 1_000, 1_000, 32_000);
  }

  @Test
  void shortageSaysWhatThereIsAndWhatIsNeeded() {
    assertThat(choose(coins(10_000, 20_000), 30_000))
        .isEqualTo(new Insufficient(Amount.ofUnits(30_000), Amount.ofUnits(31_000)));
    assertThat(choose(List.of(), 1)).isInstanceOf(Insufficient.class);
  }

  @Test
  void moreCoinsThanOneTransactionSpendsAreRefused() {
    List<Coin> coins = coins(LongStream.generate(() -> 100).limit(1_001).toArray());
    assertThat(choose(coins, 99_050))
        .isEqualTo(new TooManyCoins(Amount.ofUnits(100_000), Amount.ofUnits(100_050)));
  }

  @Test
  void coinsThatSumUpToMoreThanAnAmountHoldsDoNotOverflow() {
    List<Coin> coins = coins(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    assertChosen(choose(coins, Long.MAX_VALUE - 5_000), 1_000, 4_000, Long.MAX_VALUE);
  }

  @Test
  void paymentAndFeeBeyondAnAmountAreRefused() {
    assertThatThrownBy(() -> choose(coins(1), Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Property
  void whatIsChosenCoversPaymentFeeAndChangeExactly(
      @ForAll("amounts") List<Long> amounts, @ForAll @IntRange(min = 1, max = 400_000) int target) {
    List<Coin> coins = coins(amounts.stream().mapToLong(Long::longValue).toArray());
    long available = amounts.stream().mapToLong(Long::longValue).sum();
    switch (choose(coins, target)) {
      case Chosen chosen -> {
        long in = chosen.coins().stream().mapToLong(coin -> coin.amount().units()).sum();
        assertThat(in).isEqualTo(target + chosen.fee().units() + chosen.change().units());
        assertThat(chosen.fee().units()).isBetween(FEE.units(), 2 * FEE.units() - 1);
        assertThat(chosen.change().units())
            .satisfiesAnyOf(c -> assertThat(c).isZero(), this::worthwhile);
        assertThat(coins).containsAll(chosen.coins());
        assertThat(new HashSet<>(chosen.coins())).hasSameSizeAs(chosen.coins());
        assertThat(withoutTheSmallest(chosen)).isLessThan(target + FEE.units());
      }
      case Insufficient shortage -> {
        assertThat(shortage.available().units()).isEqualTo(available);
        assertThat(available).isLessThan(target + FEE.units());
      }
      case TooManyCoins _ -> throw new AssertionError("never with so few coins");
    }
  }

  @Property
  void orderOfTheCoinsDoesNotMatter(
      @ForAll("amounts") List<Long> amounts,
      @ForAll int seed,
      @ForAll @IntRange(min = 1, max = 400_000) int target) {
    List<Coin> coins = coins(amounts.stream().mapToLong(Long::longValue).toArray());
    List<Coin> shuffled = new ArrayList<>(coins);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(choose(shuffled, target)).isEqualTo(choose(coins, target));
  }

  @Provide
  Arbitrary<List<Long>> amounts() {
    return Arbitraries.longs().between(1, 100_000).list().ofMaxSize(30);
  }

  private void worthwhile(long change) {
    assertThat(change).isGreaterThanOrEqualTo(FEE.units());
  }

  /** No coin is spent in vain. */
  private static long withoutTheSmallest(Chosen chosen) {
    long in = chosen.coins().stream().mapToLong(coin -> coin.amount().units()).sum();
    return in
        - chosen.coins().stream().mapToLong(coin -> coin.amount().units()).min().orElseThrow();
  }

  private static void assertChosen(
      CoinSelection.Result result, long fee, long change, long... amounts) {
    assertThat(result).isInstanceOf(Chosen.class);
    Chosen chosen = (Chosen) result;
    assertThat(chosen.coins().stream().mapToLong(coin -> coin.amount().units()).toArray())
        .containsExactly(amounts);
    assertThat(chosen.fee()).isEqualTo(Amount.ofUnits(fee));
    assertThat(chosen.change()).isEqualTo(Amount.ofUnits(change));
  }

  private static CoinSelection.Result choose(List<Coin> coins, long target) {
    return CoinSelection.choose(coins, Amount.ofUnits(target), FEE, FEE);
  }

  private static List<Coin> coins(long... amounts) {
    return IntStream.range(0, amounts.length)
        .mapToObj(i -> new Coin(new OutPoint(TXID, i), Amount.ofUnits(amounts[i])))
        .toList();
  }
}
