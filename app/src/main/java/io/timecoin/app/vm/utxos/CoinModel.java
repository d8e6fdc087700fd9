package io.timecoin.app.vm.utxos;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Trail;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.wallet.book.Book;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The time line of one output, releases and second spenders included. */
public final class CoinModel implements Screen {

  private static final long MICROS_PER_MILLI = 1_000;

  private final OutPoint outPoint;
  private final @Nullable Purse purse;
  private final ReadOnlyObjectWrapper<@Nullable CoinView> coin =
      new ReadOnlyObjectWrapper<>(this, "coin");
  private @Nullable Utxo shown;
  private PersistentMap<Txid, WalletTransaction> payments = PersistentMap.empty();

  /** Follows that output, {@code txid:vout}; with what was written on it where there is a book. */
  public CoinModel(String outPoint, @Nullable Purse purse) {
    this.outPoint = OutPoint.parse(outPoint);
    this.purse = purse;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same objects: nothing changed
  public void show(SessionState state, long now) {
    Utxo utxo = state.wallet().utxos().get(outPoint);
    if (utxo == null || (utxo == shown && payments == state.wallet().transactions())) {
      return;
    }
    shown = utxo;
    payments = state.wallet().transactions();
    CoinView view = view(utxo);
    if (!view.equals(coin.get())) {
      coin.set(view);
    }
  }

  private CoinView view(Utxo utxo) {
    Txid origin = outPoint.txid();
    Book book = purse == null ? Book.EMPTY : purse.book();
    return new CoinView(
        outPoint.toString(),
        utxo.address().toString(),
        utxo.amount().units(),
        book.labels().of(outPoint).orElse(""),
        book.frozen().contains(outPoint),
        origin.toString(),
        payments.get(origin) != null,
        steps(utxo.trail().steps()));
  }

  private List<CoinView.Step> steps(List<Trail.Step> trail) {
    List<CoinView.Step> steps = new ArrayList<>();
    long before = StageTimes.NEVER;
    for (Trail.Step step : trail) {
      boolean seen = step.at() != StageTimes.NEVER;
      Txid spender = step.spender();
      WalletTransaction payment = spender == null ? null : payments.get(spender);
      steps.add(
          new CoinView.Step(
              StateKind.of(step.stage()),
              seen ? OptionalLong.of(step.at() / MICROS_PER_MILLI) : OptionalLong.empty(),
              seen && before != StageTimes.NEVER
                  ? OptionalDouble.of((step.at() - before) / (double) MICROS_PER_MILLI)
                  : OptionalDouble.empty(),
              spender == null ? "" : spender.toString(),
              payment != null,
              step.stage() == Stage.CONFIRMED ? block(payment) : OptionalLong.empty()));
      before = step.at();
    }
    return steps;
  }

  private static OptionalLong block(@Nullable WalletTransaction payment) {
    return payment == null || payment.blockHeight() == WalletTransaction.NO_BLOCK
        ? OptionalLong.empty()
        : OptionalLong.of(payment.blockHeight());
  }

  /** What is known of it, or null until it was heard of. */
  public ReadOnlyObjectProperty<@Nullable CoinView> coinProperty() {
    return coin.getReadOnlyProperty();
  }
}
