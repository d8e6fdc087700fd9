package io.timecoin.app.state;

import static io.timecoin.app.state.Messages.change;
import static io.timecoin.app.state.Messages.out;
import static io.timecoin.app.state.Messages.snapshot;
import static io.timecoin.app.state.StageTimes.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Trail.Step;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.utxo.UtxoState;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrailTest {

  private static final Txid FIRST = new Txid(1, 0, 0, 0);
  private static final Txid SECOND = new Txid(2, 0, 0, 0);

  private SessionState state = SessionState.start(Set.of(Messages.ME));

  private void hear(NetworkMessage message, long now) {
    state = state.after(new SessionEvent.Received(message), now);
  }

  private Trail trail() {
    return Objects.requireNonNull(state.wallet().utxos().get(out(0))).trail();
  }

  private static UtxoState locked(Txid by) {
    return new UtxoState.Locked(by, 1);
  }

  private static UtxoState pending(Txid by, int votes) {
    return new UtxoState.SpentPending(by, votes, 7, 1);
  }

  @Test
  void releasedWalkAndItsSpenderAreRemembered() {
    hear(snapshot(1, 1), 10);
    hear(change(1, 0, UtxoState.UNSPENT, locked(FIRST)), 20);
    hear(change(2, 0, locked(FIRST), pending(FIRST, 1)), 30);
    hear(change(3, 0, pending(FIRST, 1), pending(FIRST, 3)), 40);
    hear(change(4, 0, pending(FIRST, 3), UtxoState.UNSPENT), 50);
    hear(change(5, 0, UtxoState.UNSPENT, locked(SECOND)), 60);
    assertThat(trail().steps())
        .containsExactly(
            new Step(Stage.UNSPENT, null, NEVER),
            new Step(Stage.LOCKED, FIRST, 20),
            new Step(Stage.SPENT_PENDING, FIRST, 30),
            new Step(Stage.UNSPENT, null, 50),
            new Step(Stage.LOCKED, SECOND, 60));
  }

  @Test
  void whatASnapshotTellsHasNoTime() {
    hear(snapshot(1, 1), 10);
    hear(change(1, 0, UtxoState.UNSPENT, locked(FIRST)), 20);
    hear(snapshot(2, 1), 30);
    assertThat(trail().steps().getLast()).isEqualTo(new Step(Stage.UNSPENT, null, NEVER));
  }

  @Test
  void endlessWalksForgetTheOldest() {
    hear(snapshot(1, 1), 10);
    for (int i = 0; i < Trail.MAX; i++) {
      hear(change(2 * i + 1, 0, UtxoState.UNSPENT, locked(FIRST)), 20 + i);
      hear(change(2 * i + 2, 0, locked(FIRST), UtxoState.UNSPENT), 20 + i);
    }
    assertThat(trail().steps()).hasSize(Trail.MAX);
    assertThat(trail().steps().getLast().at()).isEqualTo(20 + Trail.MAX - 1);
  }
}
