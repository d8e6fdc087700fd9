package io.timecoin.node.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.CoinSelection.Coin;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Txid ONE = Txid.parse("01".repeat(32));
  private static final Txid OTHER = Txid.parse("02".repeat(32));
  private static final Money COIN = money(Txid.parse("03".repeat(32)));

  private final Ledger ledger = new Ledger();

  private static Money money(Txid txid) {
    return new Money(new Coin(new OutPoint(txid, 0), Amount.ofUnits(5)), 0);
  }

  @Test
  void outputOfAFinalPaymentIsFreeOnce() {
    ledger.made(ONE, COIN, money(ONE));
    assertThat(ledger.takeCoin()).isNull();
    ledger.isFinal(ONE);
    ledger.isFinal(ONE);
    assertThat(ledger.takeCoin()).isEqualTo(money(ONE));
    assertThat(ledger.takeCoin()).isNull();
  }

  @Test
  void transactionsOfOthersFreeNothing() {
    ledger.isFinal(OTHER);
    assertThat(ledger.takeCoin()).isNull();
    assertThat(ledger.finals()).isZero();
  }

  @Test
  void contestedCoinStaysInTheBooksUntilARivalIsFinal() {
    ledger.contested(COIN);
    ledger.made(ONE, COIN, money(ONE));
    ledger.made(OTHER, COIN, money(OTHER));
    ledger.isFinal(OTHER);
    assertThat(ledger.takeContested()).isEmpty();
    assertThat(ledger.takeCoin()).isEqualTo(money(OTHER));
  }

  @Test
  void contestedCoinOfWhichNoneIsFinalIsHandedOutForANewPayment() {
    ledger.contested(COIN);
    assertThat(ledger.takeContested()).containsExactly(COIN);
    assertThat(ledger.takeContested()).isEmpty();
  }
}
