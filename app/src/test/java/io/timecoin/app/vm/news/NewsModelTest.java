package io.timecoin.app.vm.news;

import static io.timecoin.app.state.Messages.payment;
import static io.timecoin.app.state.Messages.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Told;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.protocol.TransactionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NewsModelTest {

  private static final Txid TXID = payment().txid();

  private final List<News> news = new ArrayList<>();
  private final NewsModel model = new NewsModel(Told.NAMES, news::add);
  private final Told told = new Told().heard(Messages.snapshot(1, 2), 500);

  private void shownAt(long now) {
    model.show(told.state(), now);
    model.show(told.state(), now);
  }

  @Test
  void paymentOfOnesOwnIsToldOnceWhenFinal() {
    told.event(new SessionEvent.Submitted(payment()), 1_000);
    shownAt(1_000);
    assertThat(news).isEmpty();
    told.heard(status(TXID, TransactionPhase.FINAL, 7, 5), 8_000);
    shownAt(8_000);
    told.heard(
        new NetworkMessage.Transactions(
            List.of(new TransactionRecord(payment(), TransactionPhase.CONFIRMED, null, 3L, 3L)),
            List.of(),
            null),
        9_000);
    shownAt(9_000);
    assertThat(news)
        .containsExactly(
            new News.Final(TXID.toString(), 99_999_000, "Bob", OptionalDouble.of(7.0)));
  }

  @Test
  void whatWasFinalBeforeTheAppLookedIsNoNews() {
    told.heard(
        new NetworkMessage.AddressHistory(
            Messages.ME,
            List.of(new TransactionRecord(payment(), TransactionPhase.FINAL, null, 3L, null)),
            false,
            null),
        1_000);
    shownAt(1_000);
    told.heard(
        new NetworkMessage.Transactions(
            List.of(new TransactionRecord(payment(), TransactionPhase.CONFIRMED, null, 3L, 3L)),
            List.of(),
            null),
        9_000);
    shownAt(9_000);
    assertThat(news).isEmpty();
  }

  @Test
  void refusedPaymentIsTold() {
    told.event(new SessionEvent.Submitted(payment()), 1_000);
    shownAt(1_000);
    told.heard(new NetworkMessage.Error(ErrorCode.INPUT_SPENT, "spent", "tx:" + TXID), 2_000);
    shownAt(2_000);
    assertThat(news).isEmpty(); // not an answer to this request
    told.heard(status(TXID, TransactionPhase.REJECTED, 0, 0), 3_000);
    shownAt(3_000);
    assertThat(news).containsExactly(new News.Rejected(TXID.toString(), 99_999_000, "Bob"));
  }

  @Test
  void nodeInNeedIsToldWhenItStaysSo() {
    told.event(new SessionEvent.Connected(), 0).heard(Told.report(0, 1), 1_000);
    shownAt(1_000);
    shownAt(1_000 + NodeNews.STEADY_MICROS - 1);
    assertThat(news).isEmpty();
    shownAt(1_000 + NodeNews.STEADY_MICROS);
    shownAt(9_000_000);
    assertThat(news)
        .containsExactly(new News.NodeDegraded("1 proof of a contradiction", "Tell the network."));
  }

  @Test
  void lostConnectionIsToldWithItsReason() {
    told.event(new SessionEvent.Connected(), 0)
        .heard(Told.report(0, 1), 1_000)
        .event(new SessionEvent.Disconnected("refused", 5_000), 2_000);
    shownAt(2_000);
    shownAt(2_000 + NodeNews.STEADY_MICROS);
    assertThat(news).containsExactly(new News.NodeDegraded("refused", ""));
  }
}
