package io.timecoin.app.vm.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.node.base.Amount;
import io.timecoin.node.utxo.UtxoState;
import org.junit.jupiter.api.Test;

class WalletModelTest {

  private final Purse purse = Purses.mine();
  private final WalletModel model = new WalletModel("", purse, Told.NAMES);
  private final Told told = new Told().heard(Messages.snapshot(1, 30), 1);

  @Test
  void largestCoinsAreShownFirst() {
    model.show(told.state(), 1);
    assertThat(model.coins()).hasSize(WalletModel.COINS_SHOWN);
    assertThat(model.coins().getFirst().units()).isEqualTo(Amount.ofTime(30).units());
    assertThat(model.coinCountProperty().get()).isEqualTo(30);
    assertThat(model.totalProperty().get()).isEqualTo(Amount.ofTime(465).units());
  }

  @Test
  void coinOnItsWayOutShowsItsState() {
    told.event(new SessionEvent.Submitted(Messages.payment()), 2);
    told.heard(
        Messages.change(
            1, 29, UtxoState.UNSPENT, new UtxoState.Locked(Messages.payment().txid(), 1)),
        3);
    model.show(told.state(), 3);
    assertThat(model.coins().getFirst().kind()).isEqualTo(StateKind.LOCKED);
    assertThat(model.lockedProperty().get()).isEqualTo(Amount.ofTime(30).units());
    assertThat(model.payments()).hasSize(1);
  }

  @Test
  void frozenCoinsAreNotAvailableAndStillThere() {
    model.show(told.state(), 1);
    purse.write(book -> book.with(book.frozen().with(Messages.out(29), true)));
    assertThat(model.frozenProperty().get()).isEqualTo(Amount.ofTime(30).units());
    assertThat(model.availableProperty().get()).isEqualTo(Amount.ofTime(435).units());
    assertThat(model.totalProperty().get()).isEqualTo(Amount.ofTime(465).units());
    purse.write(book -> book.with(book.frozen().with(Messages.out(29), false)));
    assertThat(model.availableProperty().get()).isEqualTo(Amount.ofTime(465).units());
  }

  /** Else what listens to a list is collected with the list. */
  @Test
  void listsAreTheSameEachTime() {
    assertThat(model.coins()).isSameAs(model.coins());
    assertThat(model.payments()).isSameAs(model.payments());
  }
}
