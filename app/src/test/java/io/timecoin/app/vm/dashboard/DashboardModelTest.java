package io.timecoin.app.vm.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.dashboard.DashboardModel.Verdict;
import org.junit.jupiter.api.Test;

class DashboardModelTest {

  private final DashboardModel model = new DashboardModel();
  private final Told told = new Told().event(new SessionEvent.Connected(), 0);

  private void show() {
    model.show(told.state(), 0);
  }

  @Test
  void verdictIsTheNodesOwnWhileItAnswers() {
    told.heard(Told.report(0, 1), 1);
    show();
    assertThat(model.glanceProperty().get().verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(model.glanceProperty().get().reasons())
        .containsExactly("1 proof of a contradiction. Tell the network.");
    assertThat(model.glanceProperty().get().online()).isEqualTo(7);
  }

  @Test
  void nodeThatCannotBeReachedIsOffline() {
    told.heard(Told.report(0, 1), 1)
        .event(new SessionEvent.Disconnected("nobody listens there", 5), 2);
    show();
    assertThat(model.glanceProperty().get().verdict()).isEqualTo(Verdict.OFFLINE);
    assertThat(model.glanceProperty().get().reasons()).containsExactly("nobody listens there");
  }

  @Test
  void rateIsMeasuredBetweenReports() {
    told.heard(Told.report(10, 1), 1_000_000).heard(Told.report(30, 1), 3_000_000);
    show();
    assertThat(model.glanceProperty().get().finalizedPerSecond()).isCloseTo(10, within(0.01));
  }

  /** Else what listens to a list is collected with the list. */
  @Test
  void listsAreTheSameEachTime() {
    assertThat(model.feed().rows()).isSameAs(model.feed().rows());
    assertThat(model.members()).isSameAs(model.members());
  }
}
