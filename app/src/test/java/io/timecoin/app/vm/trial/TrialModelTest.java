package io.timecoin.app.vm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.trial.TrialPort.NodePhase;
import io.timecoin.app.vm.trial.TrialPort.Progress;
import io.timecoin.node.base.Amount;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialModelTest {

  private final RecordingTrial port = new RecordingTrial();
  private TrialModel model = model();

  private TrialModel model() {
    return new TrialModel(port, Purses.mine(), Told.NAMES, Amount.ofUnits(1_000), (_, _, _) -> {});
  }

  private void done() {
    port.now = port.wanted.getLast();
    port.told.getLast().accept(new Progress.Done());
  }

  private NodePhase phase(int node) {
    return model.nodes().get(node).liveProperty().get().phase();
  }

  @Test
  void theLastNodesAreStoppedNeverTheWalletsOwn() {
    model.stop(2);
    assertThat(port.wanted.getLast().stopped()).containsExactlyInAnyOrder(5, 6);
    done();
    model.stop(3);
    assertThat(port.wanted.getLast().stopped()).containsExactlyInAnyOrder(4, 5, 6);
    done();
    model.stop(7);
    assertThat(port.wanted.getLast().stopped()).doesNotContain(0).hasSize(6);
  }

  @Test
  void fewerStoppedMeansOneIsStartedAgain() {
    model.stop(3);
    done();
    model.stop(2);
    assertThat(port.wanted.getLast().stopped()).containsExactlyInAnyOrder(5, 6);
    done();
    model.stop(0);
    assertThat(port.wanted.getLast()).isEqualTo(Faults.NONE);
  }

  @Test
  void ownNodeCannotBeStoppedByItsTileEither() {
    model.toggle(model.nodes().getFirst());
    assertThat(port.wanted).isEmpty();
    model.toggle(model.nodes().get(3));
    assertThat(port.wanted.getLast().stopped()).containsExactly(3);
    done();
    model.toggle(model.nodes().get(3));
    assertThat(port.wanted.getLast().stopped()).isEmpty();
  }

  @Test
  void nothingElseIsSwitchedWhileNodesStop() {
    model.stop(2);
    assertThat(model.busyProperty().get()).isTrue();
    model.delay(500);
    assertThat(port.wanted).hasSize(1);
    assertThat(model.faultsProperty().get()).isEqualTo(Faults.NONE);
    done();
    assertThat(model.busyProperty().get()).isFalse();
    model.delay(500);
    assertThat(port.wanted.getLast()).isEqualTo(new Faults(Set.of(5, 6), 500, Set.of()));
  }

  @Test
  void tilesFollowTheirNodes() {
    model.stop(1);
    port.told.getLast().accept(new Progress.Node(6, NodePhase.STOPPING));
    assertThat(phase(6)).isEqualTo(NodePhase.STOPPING);
    port.told.getLast().accept(new Progress.Node(6, NodePhase.STOPPED));
    assertThat(phase(6)).isEqualTo(NodePhase.STOPPED);
    assertThat(phase(5)).isEqualTo(NodePhase.RUNNING);
  }

  @Test
  void nodeThatDoesNotStartSaysWhyAndTheRestIsShownAsItIs() {
    model.stop(2);
    done();
    model.stop(0);
    port.now = new Faults(Set.of(6), 0, Set.of());
    port.told.getLast().accept(new Progress.Failed(6, "its port is taken", "Free it."));
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.faultsProperty().get().stopped()).containsExactly(6);
    assertThat(model.failureProperty().get()).isNotNull();
    assertThat(model.failureProperty().get().cause()).isEqualTo("its port is taken");
    model.stop(0);
    assertThat(model.failureProperty().get()).isNull();
  }

  @Test
  void firstOnesAreCutOffTogetherWithTheWallet() {
    model.part(3);
    Faults wanted = port.wanted.getLast();
    assertThat(wanted.apart()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(wanted.connected(0, 2)).isTrue();
    assertThat(wanted.connected(0, 3)).isFalse();
    assertThat(wanted.connected(3, 6)).isTrue();
  }

  @Test
  void healingUndoesEverything() {
    model.setAway(true);
    model.part(4);
    done();
    model.heal();
    assertThat(port.connected).containsExactly(false, true);
    assertThat(model.awayProperty().get()).isFalse();
    assertThat(port.wanted.getLast()).isEqualTo(Faults.NONE);
  }

  @Test
  void whatWasBrokenBeforeIsBrokenStill() {
    port.now = new Faults(Set.of(2), 100, Set.of());
    model = model();
    assertThat(model.faultsProperty().get()).isEqualTo(port.now);
    assertThat(phase(2)).isEqualTo(NodePhase.STOPPED);
  }
}
