package io.timecoin.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.VoteLog.Heard;
import io.timecoin.app.state.VoteLog.Kind;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Seat;
import io.timecoin.node.protocol.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteLogTest {

  private static final PublicKey ONE = new PublicKey(1, 0, 0, 0);
  private static final PublicKey TWO = new PublicKey(2, 0, 0, 0);
  private static final Txid TXID = new Txid(1, 2, 3, 4);

  private static Seat seat(PublicKey key, @Nullable Long prepareMs, @Nullable Long commitMs) {
    return new Seat(key, prepareMs, commitMs, false);
  }

  private static NetworkMessage.TransactionStatus status(
      Txid txid, TransactionPhase phase, List<Seat> seats) {
    return new NetworkMessage.TransactionStatus(txid, phase, 1, 0, 0, 5, 7, seats, null, null);
  }

  @Test
  void votesKeepTheTimeTheyWereFirstHeard() {
    VoteLog log =
        VoteLog.EMPTY
            .seen(List.of(seat(ONE, 1L, null), seat(TWO, null, null)), 100)
            .seen(List.of(seat(ONE, 1L, null), seat(TWO, 3L, null)), 200)
            .seen(List.of(seat(ONE, 1L, 7L), seat(TWO, 3L, null)), 300);
    assertThat(log.votes())
        .containsExactly(
            new Heard(ONE, Kind.PREPARED, 100),
            new Heard(TWO, Kind.PREPARED, 200),
            new Heard(ONE, Kind.COMMITTED, 300));
  }

  @Test
  void votesToldTogetherAreInTheOrderOfTheNode() {
    VoteLog log = VoteLog.EMPTY.seen(List.of(seat(ONE, 9L, null), seat(TWO, 2L, null)), 100);
    assertThat(log.votes()).extracting(Heard::voter).containsExactly(TWO, ONE);
  }

  @Test
  void rejectionIsAVoteToo() {
    VoteLog log = VoteLog.EMPTY.seen(List.of(new Seat(ONE, 2L, null, true)), 100);
    assertThat(log.votes()).containsExactly(new Heard(ONE, Kind.REJECTED, 100));
  }

  @Test
  void veryManySeatsDoNotGrowItPastItsBound() {
    List<Seat> seats =
        IntStream.range(0, 200).mapToObj(i -> seat(new PublicKey(i, 1, 0, 0), 1L, 2L)).toList();
    assertThat(VoteLog.EMPTY.seen(seats, 1).votes()).hasSize(VoteLog.MAX);
  }

  @Test
  void stateLogsVotesButNotOfWhatWasFinalBeforeItLooked() {
    List<Seat> seats = List.of(seat(ONE, 1L, null));
    SessionState state = SessionState.start(Set.of(Messages.ME));
    Txid old = new Txid(9, 9, 9, 9);
    state = hear(state, status(TXID, TransactionPhase.PREPARING, seats), 50);
    state = hear(state, status(old, TransactionPhase.FINAL, seats), 60);
    assertThat(state.wallet().voteLogs().get(TXID)).isNotNull();
    assertThat(state.wallet().voteLogs().get(old)).isNull();
  }

  @Test
  void olderHalfOfTheLogsIsForgotten() {
    List<Seat> seats = List.of(seat(ONE, 1L, null));
    SessionState state = SessionState.start(Set.of(Messages.ME));
    for (int i = 0; i <= WalletState.VOTE_LOGS_MAX; i++) {
      state = hear(state, status(new Txid(i, 0, 0, 0), TransactionPhase.PREPARING, seats), 7);
    }
    assertThat(state.wallet().voteLogs().size()).isEqualTo(WalletState.VOTE_LOGS_MAX / 2 + 1);
  }

  private static SessionState hear(SessionState state, NetworkMessage message, long now) {
    return state.after(new SessionEvent.Received(message), now);
  }
}
