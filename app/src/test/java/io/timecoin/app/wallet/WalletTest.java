package io.timecoin.app.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.tx.CoinSelection.Coin;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionRules;
import io.timecoin.node.tx.TxOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {

  private static final Amount FEE = Amount.ofUnits(1000);
  private static final Hash256 GENESIS = Hash256.of(new byte[32]);
  private static final Wallet WALLET = wallet(1);
  private static final Address BOB = wallet(2).address();

  private static Wallet wallet(int seed) {
    byte[] secret = new byte[32];
    secret[0] = (byte) seed;
    return Wallet.of(Network.DEVNET, SigningKey.of(secret));
  }

  private static Coin coin(int index, long time) {
    return new Coin(new OutPoint(new Txid(0, 0, 0, 1), index), Amount.ofTime(time));
  }

  private static Payment ready(List<Coin> coins, Amount amount) {
    PaymentPlan plan = PaymentPlan.of(coins, BOB, amount, WALLET.address(), FEE);
    assertThat(plan).isInstanceOf(PaymentPlan.Ready.class);
    return ((PaymentPlan.Ready) plan).payment();
  }

  @Test
  void changeComesBackToThePayer() {
    Payment payment = ready(List.of(coin(0, 40), coin(1, 10)), Amount.ofTime(25));
    assertThat(payment.outputs())
        .containsExactly(
            new TxOutput(Amount.ofTime(25), BOB),
            new TxOutput(Amount.ofTime(15).minus(FEE), WALLET.address()));
    assertThat(payment.fee()).isEqualTo(FEE);
  }

  @Test
  void changeWorthLessThanAFeeIsLeftToTheFee() {
    Amount amount = Amount.ofTime(10).minus(FEE).minus(Amount.ofUnits(999));
    Payment payment = ready(List.of(coin(0, 10)), amount);
    assertThat(payment.change()).isEqualTo(Amount.ZERO);
    assertThat(payment.fee()).isEqualTo(Amount.ofUnits(1999));
    assertThat(payment.outputs()).hasSize(1);
  }

  @Test
  void feeIsNeededOnTopOfTheAmount() {
    PaymentPlan plan =
        PaymentPlan.of(List.of(coin(0, 10)), BOB, Amount.ofTime(10), WALLET.address(), FEE);
    assertThat(plan)
        .isEqualTo(new PaymentPlan.NotEnough(Amount.ofTime(10), Amount.ofTime(10).plus(FEE)));
  }

  @Test
  void amountNearTheEndOfTheRangeIsNoPayment() {
    PaymentPlan plan =
        PaymentPlan.of(List.of(), BOB, Amount.ofUnits(Long.MAX_VALUE), WALLET.address(), FEE);
    assertThat(plan).isEqualTo(new PaymentPlan.OutOfRange());
  }

  @Test
  void paymentThatLosesMoneyCannotBeMade() {
    assertThatThrownBy(
            () ->
                new Payment(
                    List.of(coin(0, 10)),
                    BOB,
                    Amount.ofTime(5),
                    WALLET.address(),
                    Amount.ZERO,
                    FEE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signedPaymentPassesTheNetworksRules() {
    Payment payment = ready(List.of(coin(0, 20), coin(1, 10)), Amount.ofTime(25));
    Transaction transaction = WALLET.sign(GENESIS, payment, 1_800_000_000);
    TransactionRules rules =
        new TransactionRules(Network.DEVNET, GENESIS, Amount.ofTime(1_000_000));
    assertThat(rules.check(transaction)).isEmpty();
    assertThat(transaction.spends()).hasSize(2);
  }

  @Test
  void keyIsNeverPrinted() {
    assertThat(WALLET).hasToString("Wallet(" + WALLET.address() + ")");
  }
}
