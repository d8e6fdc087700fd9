package io.timecoin.app.vm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.shell.StatusModel.Freshness;
import org.junit.jupiter.api.Test;

class StatusModelTest {

  private final StatusModel model = new StatusModel();
  private final Told told = new Told();

  private Freshness at(long now) {
    model.show(told.state(), now);
    return model.freshnessProperty().get();
  }

  @Test
  void whatWasJustHeardIsLive() {
    told.event(new SessionEvent.Connected(), 1).heard(Told.report(0, 1), 1_000_000);
    assertThat(at(1_500_000)).isEqualTo(Freshness.LIVE);
    assertThat(model.heightProperty().get()).isEqualTo(3);
    assertThat(model.networkProperty().get()).isEqualTo("devnet");
  }

  @Test
  void silenceMakesItStaleAndItsAgeGrows() {
    told.event(new SessionEvent.Connected(), 1).heard(Told.report(0, 1), 1_000_000);
    assertThat(at(13_000_000)).isEqualTo(Freshness.STALE);
    assertThat(model.ageSecondsProperty().get()).isEqualTo(12);
  }

  @Test
  void lostConnectionLeavesStaleDataOrNone() {
    told.event(new SessionEvent.Disconnected("nobody listens there", 9), 1);
    assertThat(at(2)).isEqualTo(Freshness.OFFLINE);
    told.heard(Told.report(0, 1), 3);
    assertThat(at(4)).isEqualTo(Freshness.STALE);
    assertThat(model.reasonProperty().get()).isEqualTo("nobody listens there");
  }
}
