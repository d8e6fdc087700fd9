package io.timecoin.app.wallet;

import static io.timecoin.app.wallet.PaymentPlanTest.BOB;
import static io.timecoin.app.wallet.PaymentPlanTest.CAROL;
import static io.timecoin.app.wallet.PaymentPlanTest.FEE;
import static io.timecoin.app.wallet.PaymentPlanTest.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever is in the wallet and whatever is asked of it. */
class PaymentPropertiesTest {

  /** A wallet and a wish. */
  record Wish(CoinPool pool, PaymentDraft draft) {

    PaymentPlan plan() {
      return PaymentPlan.of(pool, draft, FEE);
    }

    Set<OutPoint> free() {
      return pool.free().stream().map(OwnCoin::outPoint).collect(Collectors.toSet());
    }
  }

  /** Evenly spread: most wishes shall be payable. */
  private static Arbitrary<Long> units(long most) {
    return Arbitraries.longs().between(1, most).withDistribution(RandomDistribution.uniform());
  }

  @Provide
  Arbitrary<Wish> wishes() {
    Arbitrary<long[]> coins = units(20_000).array(long[].class).ofMinSize(3).ofMaxSize(8);
    Arbitrary<Set<OutPoint>> some =
        Arbitraries.integers().between(0, 6).map(PaymentPlanTest::out).set().ofMaxSize(2);
    Arbitrary<CoinPool> pools =
        Combinators.combine(coins, some)
            .as((units, frozen) -> new CoinPool(PaymentPlanTest.coins(units), frozen));
    Arbitrary<List<Recipient>> recipients =
        Combinators.combine(Arbitraries.of(BOB, CAROL), units(8_000))
            .as((to, units) -> new Recipient(to, Amount.ofUnits(units)))
            .list()
            .ofMaxSize(3);
    Arbitrary<Amount> fees = Arbitraries.longs().between(980, 2_000).map(Amount::ofUnits);
    Arbitrary<PaymentDraft> drafts =
        Combinators.combine(
                recipients,
                Arbitraries.of(BOB).injectNull(0.7),
                Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(Set.<OutPoint>of())), Tuple.of(1, some)),
                fees)
            .as((to, rest, picked, fee) -> new PaymentDraft(to, rest, picked, fee, ME));
    return Combinators.combine(pools, drafts).as(Wish::new);
  }

  @Property(tries = 3_000)
  void paymentsNeitherLoseNorMakeMoney(@ForAll("wishes") Wish wish) {
    PaymentPlan plan = wish.plan();
    Statistics.collect(plan.getClass().getSimpleName());
    Statistics.coverage(seen -> seen.check("Ready").percentage(share -> share > 25));
    if (plan instanceof PaymentPlan.Ready(Payment payment)) {
      long in = payment.inputs().stream().mapToLong(coin -> coin.amount().units()).sum();
      long out = payment.outputs().stream().map(TxOutput::amount).mapToLong(Amount::units).sum();
      assertThat(in - out).isEqualTo(payment.fee().units());
      // Nothing is left to the fee that would have been worth an output.
      assertThat(payment.fee().units())
          .isGreaterThanOrEqualTo(wish.draft().fee().units())
          .isLessThan(wish.draft().fee().units() + FEE.units());
      assertThat(payment.fee()).isGreaterThanOrEqualTo(FEE);
    }
  }

  @Property(tries = 3_000)
  void everybodyGetsWhatWasAsked(@ForAll("wishes") Wish wish) {
    if (wish.plan() instanceof PaymentPlan.Ready(Payment payment)) {
      List<Recipient> asked = wish.draft().recipients();
      assertThat(payment.recipients().subList(0, asked.size())).isEqualTo(asked);
      if (wish.draft().rest() == null) {
        assertThat(payment.recipients()).hasSameSizeAs(asked);
      } else {
        assertThat(payment.recipients()).hasSize(asked.size() + 1);
        assertThat(payment.change()).isEqualTo(Amount.ZERO);
      }
    }
  }

  @Property(tries = 3_000)
  void noFrozenOrUnlistedCoinIsSpentAndNoneTwice(@ForAll("wishes") Wish wish) {
    if (wish.plan() instanceof PaymentPlan.Ready(Payment payment)) {
      assertThat(payment.inputs())
          .extracting(OwnCoin::outPoint)
          .isSubsetOf(wish.free())
          .noneMatch(wish.pool().frozen()::contains)
          .doesNotHaveDuplicates();
      assertThat(wish.pool().coins()).containsAll(payment.inputs());
    }
  }

  @Property(tries = 3_000)
  void pickedCoinsAreSpentAllAndAlone(@ForAll("wishes") Wish wish) {
    Set<OutPoint> picked = wish.draft().picked();
    if (!picked.isEmpty() && wish.plan() instanceof PaymentPlan.Ready(Payment payment)) {
      assertThat(payment.inputs())
          .extracting(OwnCoin::outPoint)
          .containsExactlyInAnyOrderElementsOf(picked);
    }
  }

  @Property(tries = 1_000)
  void planDoesNotDependOnTheOrderOfCoins(@ForAll("wishes") Wish wish, @ForAll Random random) {
    List<OwnCoin> shuffled = new ArrayList<>(wish.pool().coins());
    Collections.shuffle(shuffled, random);
    CoinPool other = new CoinPool(shuffled, wish.pool().frozen());
    assertThat(PaymentPlan.of(other, wish.draft(), FEE)).isEqualTo(wish.plan());
  }

  @Property(tries = 1_000)
  void moneyThatSufficesIsNeverRefused(@ForAll("wishes") Wish wish) {
    if (wish.plan() instanceof PaymentPlan.NotEnough(Amount available, Amount needed)) {
      assertThat(available).isLessThan(needed);
      Set<OutPoint> usable = wish.draft().picked().isEmpty() ? wish.free() : wish.draft().picked();
      long sum =
          wish.pool().coins().stream()
              .filter(coin -> usable.contains(coin.outPoint()))
              .mapToLong(coin -> coin.amount().units())
              .sum();
      assertThat(available.units()).isEqualTo(sum);
    }
  }
}
