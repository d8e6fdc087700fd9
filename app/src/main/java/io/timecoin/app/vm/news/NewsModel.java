package io.timecoin.app.vm.news;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Standing;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentView.Direction;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.base.Txid;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells each thing once, at the moment it happens; what was so before the app looked is no news.
 */
public final class NewsModel implements Screen {

  private final Names names;
  private final Pace pace;
  private final NodeNews node;
  private PersistentMap<Txid, WalletTransaction> seen = PersistentMap.empty();

  /**
   * Silent until something happens.
   *
   * @param told on the thread of the screens
   */
  public NewsModel(Names names, Consumer<News> told) {
    this.names = names;
    this.pace = new Pace(told);
    this.node = new NodeNews(told);
  }

  @Override
  public void show(SessionState state, long now) {
    node.show(state.network(), now);
    PersistentMap<Txid, WalletTransaction> current = state.wallet().transactions();
    current.changesSince(
        seen,
        new PersistentMap.Changes<>() {
          @Override
          public void put(
              Txid txid, @Nullable WalletTransaction before, WalletTransaction transaction) {
            changed(state, before, transaction, now);
          }

          @Override
          public void removed(Txid txid, WalletTransaction before) {
            // forgotten, not undone
          }
        });
    seen = current;
    pace.tick(now);
  }

  private void changed(
      SessionState state, @Nullable WalletTransaction before, WalletTransaction now, long at) {
    if (becameFinal(before, now)) {
      PaymentView payment = PaymentViews.of(state, names, now);
      pace.tell(
          payment.direction() == Direction.IN
              ? new News.Received(
                  payment.txid(), payment.units(), payment.counterparty(), payment.latencyMillis())
              : new News.Final(
                  payment.txid(), payment.units(), payment.counterparty(), payment.latencyMillis()),
          at);
    } else if (isLost(now) && before != null && !isLost(before)) {
      PaymentView payment = PaymentViews.of(state, names, now);
      if (payment.direction() != Direction.IN) {
        pace.tell(new News.Rejected(payment.txid(), payment.units(), payment.counterparty()), at);
      }
    }
  }

  /** Told when it is final and its content is known, unless it was final before the app looked. */
  private static boolean becameFinal(@Nullable WalletTransaction before, WalletTransaction now) {
    boolean wasPast =
        before != null && before.standing().isFinal() && before.finalAt() == StageTimes.NEVER;
    return isWatchedFinal(now) && !wasPast && (before == null || !isWatchedFinal(before));
  }

  private static boolean isWatchedFinal(WalletTransaction transaction) {
    return transaction.standing().isFinal()
        && transaction.body() != null
        && transaction.finalAt() != StageTimes.NEVER;
  }

  private static boolean isLost(WalletTransaction transaction) {
    return transaction.standing() == Standing.REJECTED
        || transaction.standing() == Standing.REFUSED;
  }
}
