package io.timecoin.app.client;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.payment;
import static io.timecoin.app.state.Messages.snapshot;
import static io.timecoin.app.state.Messages.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.client.Conversation.After;
import io.timecoin.app.state.Messages;
import io.timecoin.app.state.RequestIds;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final Txid TXID = payment().txid();

  private final List<NetworkMessage> sent = new ArrayList<>();
  private final List<SessionEvent> told = new ArrayList<>();
  private final Conversation conversation =
      new Conversation(Messages.SUBSCRIBER, sent::add, told::add);

  @BeforeEach
  void watch() {
    conversation.watch(Watched.of(Set.of(Messages.ME)));
  }

  private After hear(NetworkMessage message) {
    return conversation.received(message);
  }

  private static NetworkMessage error(ErrorCode code) {
    return new NetworkMessage.Error(code, "no", RequestIds.broadcast(TXID));
  }

  private <T extends NetworkMessage> List<T> sent(Class<T> type) {
    return sent.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private NetworkMessage.UtxoStateNotification appearing(long seq) {
    return change(seq, (int) seq, UtxoState.UNSPENT, UtxoState.UNSPENT);
  }

  @Test
  void everyConnectionBeginsWithStatusAndSubscription() {
    conversation.begin();
    assertThat(sent(NetworkMessage.GetStatus.class)).hasSize(1);
    assertThat(sent(NetworkMessage.UtxoSubscribe.class))
        .singleElement()
        .satisfies(request -> assertThat(request.addresses()).containsExactly(Messages.ME));
  }

  @Test
  void pastIsAskedForOnceAfterTheSnapshot() {
    conversation.begin();
    hear(snapshot(1, 1));
    hear(snapshot(1, 1));
    assertThat(sent(NetworkMessage.GetAddressHistory.class)).hasSize(1);
  }

  @Test
  void whatMayHaveHappenedWithoutAConnectionIsAskedForAgain() {
    conversation.begin();
    hear(snapshot(1, 1));
    hear(status(TXID, TransactionPhase.PREPARING, 1, 0));
    conversation.fetchWanted();
    sent.clear();
    conversation.begin();
    hear(snapshot(1, 1));
    conversation.fetchWanted();
    assertThat(sent(NetworkMessage.GetAddressHistory.class)).hasSize(1);
    assertThat(sent(NetworkMessage.GetTransactions.class))
        .singleElement()
        .satisfies(request -> assertThat(request.txids()).containsExactly(TXID));
  }

  @Test
  void gapIsToldAndAsksForASnapshot() {
    conversation.begin();
    hear(snapshot(1, 1));
    assertThat(hear(appearing(1))).isEqualTo(After.NOTHING);
    told.clear();
    assertThat(hear(appearing(3))).isEqualTo(After.RESUBSCRIBE);
    assertThat(told).containsExactly(new SessionEvent.Resyncing());
    assertThat(hear(appearing(4))).isEqualTo(After.NOTHING);
    assertThat(told).hasSize(1);
    assertThat(conversation.inStep()).isFalse();
    hear(snapshot(9, 1));
    assertThat(conversation.inStep()).isTrue();
  }

  @Test
  void droppedQueueAwaitsThePromisedSnapshot() {
    conversation.begin();
    hear(snapshot(1, 1));
    assertThat(hear(new NetworkMessage.Error(ErrorCode.RESYNC, "slow", null)))
        .isEqualTo(After.AWAIT_SNAPSHOT);
    assertThat(conversation.inStep()).isFalse();
    hear(snapshot(5, 1));
    assertThat(conversation.inStep()).isTrue();
  }

  @Test
  void paymentWithoutAnswerIsRepeatedAfterReconnect() {
    conversation.begin();
    conversation.pay(payment());
    conversation.begin();
    assertThat(sent(NetworkMessage.TransactionBroadcast.class)).hasSize(2);
    hear(new NetworkMessage.TransactionAccepted(TXID, null));
    conversation.begin();
    assertThat(sent(NetworkMessage.TransactionBroadcast.class)).hasSize(2);
    assertThat(told.stream().filter(SessionEvent.Submitted.class::isInstance)).hasSize(1);
  }

  @Test
  void busyNodeIsAskedAgainBeforeAnybodyIsTold() {
    conversation.pay(payment());
    told.clear();
    assertThat(hear(error(ErrorCode.BUSY))).isEqualTo(After.REPEAT);
    assertThat(told).isEmpty();
    conversation.repeatUnanswered();
    assertThat(sent(NetworkMessage.TransactionBroadcast.class)).hasSize(2);
  }

  @Test
  void refusedPaymentIsToldAndNeverRepeated() {
    conversation.pay(payment());
    assertThat(hear(error(ErrorCode.FEE_TOO_LOW))).isEqualTo(After.NOTHING);
    conversation.begin();
    assertThat(sent(NetworkMessage.TransactionBroadcast.class)).hasSize(1);
    assertThat(told).contains(new SessionEvent.Received(error(ErrorCode.FEE_TOO_LOW)));
  }

  @Test
  void transactionIsFetchedWhenFirstHeardOfAndOnceMoreWhenFinal() {
    for (TransactionPhase phase :
        List.of(
            TransactionPhase.PREPARING,
            TransactionPhase.COMMITTING,
            TransactionPhase.FINAL,
            TransactionPhase.FINAL)) {
      hear(status(TXID, phase, 1, 0));
      conversation.fetchWanted();
    }
    assertThat(sent(NetworkMessage.GetTransactions.class)).hasSize(2);
  }
}
