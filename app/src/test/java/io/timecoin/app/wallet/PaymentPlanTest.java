package io.timecoin.app.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaymentPlanTest {

  static final Amount FEE = Amount.ofUnits(1_000);
  static final Address ME = address(1);
  static final Address BOB = address(2);
  static final Address CAROL = address(3);

  private static Address address(int seed) {
    byte[] secret = new byte[32];
    secret[0] = (byte) seed;
    return Wallet.of(Network.DEVNET, SigningKey.of(secret)).address();
  }

  static OutPoint out(int index) {
    return new OutPoint(new Txid(0, 0, 0, 1), index);
  }

  /** Coins of so many units each, by number. */
  static List<OwnCoin> coins(long... units) {
    return IntStream.range(0, units.length)
        .mapToObj(i -> new OwnCoin(out(i), Amount.ofUnits(units[i]), ME))
        .toList();
  }

  private static PaymentDraft pay(long units) {
    return PaymentDraft.of(List.of(new Recipient(BOB, Amount.ofUnits(units))), FEE, ME);
  }

  private static final PaymentDraft ALL_TO_BOB =
      PaymentDraft.of(List.of(), FEE, ME).withRestTo(BOB);

  private static PaymentPlan plan(PaymentDraft draft, long... coins) {
    return PaymentPlan.of(CoinPool.of(coins(coins)), draft, FEE);
  }

  private static Payment ready(PaymentDraft draft, long... coins) {
    PaymentPlan plan = plan(draft, coins);
    assertThat(plan).isInstanceOf(PaymentPlan.Ready.class);
    return ((PaymentPlan.Ready) plan).payment();
  }

  private static Set<Integer> spent(Payment payment) {
    return payment.inputs().stream()
        .map(coin -> coin.outPoint().vout())
        .collect(Collectors.toSet());
  }

  private static PaymentPlan notEnough(long available, long needed) {
    return new PaymentPlan.NotEnough(Amount.ofUnits(available), Amount.ofUnits(needed));
  }

  @Test
  void changeComesBackToThePayer() {
    Payment payment = ready(pay(25_000), 40_000, 10_000);
    assertThat(payment.outputs())
        .containsExactly(
            new TxOutput(Amount.ofUnits(25_000), BOB), new TxOutput(Amount.ofUnits(14_000), ME));
    assertThat(payment.fee()).isEqualTo(FEE);
    assertThat(payment.inputSum()).isEqualTo(Amount.ofUnits(40_000));
  }

  @Test
  void changeWorthLessThanAFeeIsLeftToTheFee() {
    Payment payment = ready(pay(8_001), 10_000);
    assertThat(payment.change()).isEqualTo(Amount.ZERO);
    assertThat(payment.fee()).isEqualTo(Amount.ofUnits(1_999));
    assertThat(payment.outputs()).hasSize(1);
    assertThat(ready(pay(8_000), 10_000).change()).isEqualTo(Amount.ofUnits(1_000));
  }

  @Test
  void feeIsNeededOnTopOfTheAmount() {
    assertThat(plan(pay(10_000), 10_000)).isEqualTo(notEnough(10_000, 11_000));
  }

  @Test
  void higherFeeIsPaidAndLowerRefused() {
    assertThat(ready(pay(5_000).withFee(Amount.ofUnits(3_000)), 10_000).change())
        .isEqualTo(Amount.ofUnits(2_000));
    assertThat(plan(pay(5_000).withFee(Amount.ofUnits(999)), 10_000))
        .isEqualTo(new PaymentPlan.FeeTooLow(FEE));
  }

  @Test
  void severalRecipientsArePaidInTheirOrder() {
    List<Recipient> both =
        List.of(
            new Recipient(CAROL, Amount.ofUnits(3_000)),
            new Recipient(BOB, Amount.ofUnits(4_000)),
            new Recipient(CAROL, Amount.ofUnits(1)));
    Payment payment = ready(PaymentDraft.of(both, FEE, ME), 20_000);
    assertThat(payment.recipients()).isEqualTo(both);
    assertThat(payment.amount()).isEqualTo(Amount.ofUnits(7_001));
    assertThat(payment.change()).isEqualTo(Amount.ofUnits(11_999));
  }

  @Test
  void pickedCoinsAreAllSpentThoughFewerWouldDo() {
    Payment payment = ready(pay(5_000).picking(Set.of(out(0), out(2))), 10_000, 6_000, 2_000);
    assertThat(spent(payment)).containsExactlyInAnyOrder(0, 2);
    assertThat(payment.change()).isEqualTo(Amount.ofUnits(6_000));
  }

  @Test
  void othersDoNotHelpOutWhenPickedCoinsAreTooFew() {
    assertThat(plan(pay(5_000).picking(Set.of(out(1))), 10_000, 5_500))
        .isEqualTo(notEnough(5_500, 6_000));
  }

  @Test
  void pickedCoinThatIsFrozenOrGoneIsNamed() {
    CoinPool pool = new CoinPool(coins(10_000, 10_000), Set.of(out(1)));
    PaymentDraft draft = pay(5_000).picking(Set.of(out(0), out(1), out(7)));
    assertThat(PaymentPlan.of(pool, draft, FEE))
        .isEqualTo(new PaymentPlan.CannotSpend(new TreeSet<>(Set.of(out(1), out(7)))));
  }

  @Test
  void frozenCoinsDoNotCount() {
    CoinPool pool = new CoinPool(coins(10_000, 3_000), Set.of(out(0)));
    assertThat(PaymentPlan.of(pool, pay(5_000), FEE)).isEqualTo(notEnough(3_000, 6_000));
    assertThat(PaymentPlan.of(pool, ALL_TO_BOB, FEE))
        .isInstanceOfSatisfying(
            PaymentPlan.Ready.class, all -> assertThat(spent(all.payment())).containsExactly(1));
  }

  @Test
  void sendingAllLeavesNothingBehind() {
    Payment payment = ready(ALL_TO_BOB, 10_000, 300, 1);
    assertThat(payment.inputs()).hasSize(3);
    assertThat(payment.recipients()).containsExactly(new Recipient(BOB, Amount.ofUnits(9_301)));
    assertThat(payment.change()).isEqualTo(Amount.ZERO);
    assertThat(payment.fee()).isEqualTo(FEE);
  }

  @Test
  void sendingAllOfThePickedPaysTheOthersFirst() {
    PaymentDraft draft = pay(2_000).withRestTo(CAROL).picking(Set.of(out(1)));
    assertThat(ready(draft, 10_000, 5_000).recipients())
        .containsExactly(
            new Recipient(BOB, Amount.ofUnits(2_000)), new Recipient(CAROL, Amount.ofUnits(2_000)));
  }

  @Test
  void allThatIsNotMoreThanTheFeeCannotBeSent() {
    assertThat(plan(ALL_TO_BOB, 600, 400)).isEqualTo(notEnough(1_000, 1_001));
    assertThat(ready(ALL_TO_BOB, 600, 401).amount()).isEqualTo(Amount.ofUnits(1));
    assertThat(plan(ALL_TO_BOB)).isEqualTo(notEnough(0, 1_001));
  }

  @Test
  void amountsNearTheEndOfTheRangeAreNoPayment() {
    PaymentPlan outOfRange = new PaymentPlan.OutOfRange();
    assertThat(plan(pay(Long.MAX_VALUE))).isEqualTo(outOfRange);
    assertThat(plan(pay(Long.MAX_VALUE - 1_000))).isEqualTo(outOfRange);
    Recipient half = new Recipient(BOB, Amount.ofUnits(Long.MAX_VALUE / 2 + 1));
    assertThat(plan(PaymentDraft.of(List.of(half, half), FEE, ME))).isEqualTo(outOfRange);
  }

  @Test
  void coinsThatClaimMoreThanThereCanBeAreNoPayment() {
    assertThat(plan(ALL_TO_BOB, Long.MAX_VALUE, 1)).isEqualTo(new PaymentPlan.OutOfRange());
    assertThat(ready(pay(5_000), Long.MAX_VALUE, Long.MAX_VALUE).inputs()).hasSize(1);
  }

  @Test
  void moneyInTooManyPiecesIsNotSentAtOnce() {
    long[] pieces = LongStream.generate(() -> 100).limit(Transaction.INPUTS_MAX + 1L).toArray();
    PaymentPlan tooMany = new PaymentPlan.TooManyPieces(Amount.ofUnits(100_000));
    assertThat(plan(pay(99_050), pieces)).isEqualTo(tooMany);
    assertThat(plan(ALL_TO_BOB, pieces)).isEqualTo(tooMany);
    assertThat(ready(pay(99_000), pieces).inputs()).hasSize(Transaction.INPUTS_MAX);
  }

  @Test
  void recipientsMustLeaveRoomForChange() {
    List<Recipient> recipients = new ArrayList<>();
    for (int i = 0; i < 999; i++) {
      recipients.add(new Recipient(BOB, Amount.ofUnits(1)));
    }
    Payment most = ready(PaymentDraft.of(recipients, FEE, ME), 10_000);
    assertThat(most.outputs()).hasSize(Transaction.OUTPUTS_MAX);
    recipients.add(new Recipient(BOB, Amount.ofUnits(1)));
    assertThat(plan(PaymentDraft.of(recipients, FEE, ME), 10_000))
        .isEqualTo(new PaymentPlan.TooManyRecipients(999));
  }

  @Test
  void paymentToNobodyIsNone() {
    assertThat(plan(PaymentDraft.of(List.of(), FEE, ME), 10_000))
        .isEqualTo(new PaymentPlan.NoRecipient());
  }

  @Test
  void paymentThatLosesMoneyCannotBeMade() {
    List<Recipient> bob = List.of(new Recipient(BOB, Amount.ofUnits(5_000)));
    assertThatThrownBy(() -> new Payment(coins(10_000), bob, ME, Amount.ZERO, FEE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ");
    assertThatThrownBy(() -> new Payment(coins(10_000), List.of(), ME, Amount.ofUnits(9_000), FEE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coinCannotBeInThePoolTwice() {
    List<OwnCoin> twice = List.of(coins(1).getFirst(), coins(1).getFirst());
    assertThatThrownBy(() -> CoinPool.of(twice)).isInstanceOf(IllegalArgumentException.class);
  }
}
