package io.timecoin.app.vm.utxos;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.out;
import static io.timecoin.app.state.Messages.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CoinModelTest {

  private static final Txid OURS = payment().txid();
  private static final Txid THEIRS = new Txid(9, 9, 9, 9);

  private final Purse purse = Purses.mine();
  private final CoinModel model = new CoinModel(out(0).toString(), purse);
  private final Told told = new Told().heard(Messages.snapshot(1, 1), 500_000);

  private CoinView shown() {
    model.show(told.state(), 9_000_000);
    CoinView view = model.coinProperty().get();
    assertThat(view).isNotNull();
    return view;
  }

  @Test
  void whatHappenedBeforeTheAppLookedHasNoTime() {
    CoinView.Step only = shown().steps().getFirst();
    assertThat(only.kind()).isEqualTo(StateKind.UNSPENT);
    assertThat(only.atMillis()).isEmpty();
    assertThat(only.spender()).isEmpty();
  }

  @Test
  void releaseAndSecondSpenderStayOnTheLine() {
    told.event(new SessionEvent.Submitted(payment()), 1_000_000)
        .heard(change(1, 0, UtxoState.UNSPENT, new UtxoState.Locked(THEIRS, 1)), 1_001_000)
        .heard(change(2, 0, new UtxoState.Locked(THEIRS, 1), UtxoState.UNSPENT), 1_002_500)
        .heard(change(3, 0, UtxoState.UNSPENT, new UtxoState.Locked(OURS, 1)), 1_003_000);
    CoinView coin = shown();
    assertThat(coin.steps())
        .extracting(CoinView.Step::kind)
        .containsExactly(StateKind.UNSPENT, StateKind.LOCKED, StateKind.UNSPENT, StateKind.LOCKED);
    assertThat(coin.steps().get(1).spender()).isEqualTo(THEIRS.toString());
    assertThat(coin.steps().get(1).spenderKnown()).isFalse();
    assertThat(coin.steps().get(1).atMillis()).isEqualTo(OptionalLong.of(1_001));
    assertThat(coin.steps().get(2).sinceMillis()).isEqualTo(OptionalDouble.of(1.5));
    assertThat(coin.steps().get(3).spenderKnown()).isTrue();
  }

  @Test
  void whatIsWrittenOnItIsShown() {
    purse.write(book -> book.with(book.labels().with(new LabelTarget.OfOutput(out(0)), "rent")));
    assertThat(shown().label()).isEqualTo("rent");
  }

  @Test
  void unknownOutputShowsNothing() {
    CoinModel other = new CoinModel(out(77).toString(), null);
    other.show(told.state(), 1);
    assertThat(other.coinProperty().get()).isNull();
  }
}
