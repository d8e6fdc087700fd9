package io.timecoin.app.vm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.Told;
import io.timecoin.node.utxo.UtxoState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedModelTest {

  private final FeedModel model = new FeedModel();
  private final Told told = new Told().event(new SessionEvent.Connected(), 0);

  @BeforeEach
  void threeTransitions() {
    for (int i = 1; i <= 3; i++) {
      told.heard(Messages.change(i, i, UtxoState.UNSPENT, UtxoState.UNSPENT), i);
    }
    show();
  }

  private void show() {
    model.show(told.state(), 0);
  }

  @Test
  void newestIsFirstAndNothingMovesWhilePaused() {
    assertThat(model.rows()).extracting(FeedView::number).containsExactly(3L, 2L, 1L);
    model.pausedProperty().set(true);
    told.heard(Messages.change(4, 4, UtxoState.UNSPENT, UtxoState.UNSPENT), 4);
    show();
    assertThat(model.rows()).hasSize(3);
    model.pausedProperty().set(false);
    show();
    assertThat(model.rows()).hasSize(4);
  }

  @Test
  void filterFindsAnOutpointAndAState() {
    String second = model.rows().get(1).outPoint();
    model.filterProperty().set(second.toUpperCase(java.util.Locale.ROOT));
    assertThat(model.rows()).extracting(FeedView::outPoint).containsExactly(second);
    model.reachedProperty().set(StateKind.LOCKED);
    assertThat(model.rows()).isEmpty();
    model.filterProperty().set("");
    model.reachedProperty().set(StateKind.UNSPENT);
    assertThat(model.rows()).hasSize(3);
  }

  @Test
  void exportIsWhatTheFiltersLetThrough() {
    model.filterProperty().set(model.rows().getFirst().outPoint());
    String csv = WatchCsv.feed(model.rows());
    assertThat(csv.split("\r\n", -1)).hasSize(3);
    assertThat(csv).startsWith("time,outpoint,from,to,votes,amount\r\n1970-01-01T00:00:00Z,");
    assertThat(csv).contains(model.rows().getFirst().outPoint()).contains(",UNSPENT,UNSPENT,");
  }
}
