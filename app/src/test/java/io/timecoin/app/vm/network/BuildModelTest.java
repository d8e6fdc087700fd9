package io.timecoin.app.vm.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.network.DemoPort.Phase;
import io.timecoin.app.vm.network.DemoPort.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BuildModelTest {

  private final List<Consumer<Progress>> attempts = new ArrayList<>();
  private final BuildModel model = new BuildModel(attempts::add);

  private static Progress node(int index, Phase phase) {
    return new Progress.Node(index, phase, "127.0.0.1:1", "");
  }

  @Test
  void tilesGoTheirWayAndAreCounted() {
    model.start();
    attempts.getFirst().accept(node(0, Phase.STARTING));
    attempts.getFirst().accept(node(1, Phase.READY));
    assertThat(model.nodes().getFirst().phaseProperty().get()).isEqualTo(NodeModel.Phase.STARTING);
    assertThat(model.nodes().get(6).phaseProperty().get()).isEqualTo(NodeModel.Phase.WAITING);
    assertThat(model.readyCountProperty().get()).isEqualTo(1);
    attempts.getFirst().accept(new Progress.Ready());
    assertThat(model.readyProperty().get()).isTrue();
  }

  @Test
  void startingTwiceIsStartingOnce() {
    model.start();
    model.start();
    assertThat(attempts).hasSize(1);
  }

  @Test
  void retryBeginsAnewAndIsDeafToTheFirstAttempt() {
    model.start();
    attempts.getFirst().accept(node(0, Phase.FAILED));
    attempts
        .getFirst()
        .accept(new Progress.Failed("port taken", "choose another", "BindException"));
    assertThat(model.failureProperty().get()).isNotNull();
    model.start();
    assertThat(model.failureProperty().get()).isNull();
    assertThat(model.nodes().getFirst().phaseProperty().get()).isEqualTo(NodeModel.Phase.WAITING);
    attempts.getFirst().accept(node(0, Phase.READY));
    assertThat(model.readyCountProperty().get()).isZero();
    attempts.get(1).accept(node(0, Phase.READY));
    assertThat(model.readyCountProperty().get()).isEqualTo(1);
  }
}
