package io.timecoin.app.vm.trial;

import io.timecoin.app.vm.trial.TrialPort.NodePhase;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One of the masternodes that can be stopped and started. */
public final class TrialNode {

  private final int index;
  private final String name;
  private final ReadOnlyObjectWrapper<Live> live;

  /**
   * What can change.
   *
   * @param reachable whether the wallet's node is connected with it
   * @param voteMillis until its votes arrive at the wallet's node, the median, where known
   */
  public record Live(NodePhase phase, boolean reachable, OptionalDouble voteMillis) {}

  TrialNode(int index, String name, NodePhase phase) {
    this.index = index;
    this.name = name;
    this.live =
        new ReadOnlyObjectWrapper<>(
            this, "live", new Live(phase, phase == NodePhase.RUNNING, OptionalDouble.empty()));
  }

  void show(NodePhase phase) {
    Live now = live.get();
    live.set(new Live(phase, now.reachable(), now.voteMillis()));
  }

  void show(boolean reachable, OptionalDouble voteMillis) {
    live.set(new Live(live.get().phase(), reachable, voteMillis));
  }

  /** From 0. */
  public int index() {
    return index;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Whether the wallet is connected to it, so that it has to stay. */
  public boolean isOwn() {
    return index == 0;
  }

  /** What can change. */
  public ReadOnlyObjectProperty<Live> liveProperty() {
    return live.getReadOnlyProperty();
  }
}
