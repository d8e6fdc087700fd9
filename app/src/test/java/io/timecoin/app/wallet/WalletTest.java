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
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionRules;
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

  private static OwnCoin coin(int index, Address owner) {
    OutPoint outPoint = new OutPoint(new Txid(0, 0, 0, 1), index);
    return new OwnCoin(outPoint, Amount.ofTime(10), owner);
  }

  @Test
  void signedPaymentPassesTheNetworksRules() {
    Payment payment = payment(coin(0, WALLET.address()), coin(1, WALLET.address()));
    Transaction transaction = WALLET.sign(GENESIS, payment, 1_800_000_000);
    TransactionRules rules =
        new TransactionRules(Network.DEVNET, GENESIS, Amount.ofTime(1_000_000));
    assertThat(rules.check(transaction)).isEmpty();
    assertThat(transaction.spends()).hasSize(2);
  }

  private static Payment payment(OwnCoin... coins) {
    Amount change = Amount.ofTime(10L * coins.length - 5).minus(FEE);
    return new Payment(
        List.of(coins),
        List.of(new Recipient(BOB, Amount.ofTime(5))),
        WALLET.address(),
        change,
        FEE);
  }

  @Test
  void somebodyElsesCoinIsNotSigned() {
    assertThatThrownBy(() -> WALLET.sign(GENESIS, payment(coin(0, BOB)), 1_800_000_000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(BOB.toString());
  }

  @Test
  void keyIsNeverPrinted() {
    assertThat(WALLET).hasToString("Wallet(" + WALLET.address() + ")");
  }
}
