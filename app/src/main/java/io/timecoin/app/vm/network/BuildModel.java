package io.timecoin.app.vm.network;

import io.timecoin.app.vm.network.DemoPort.Progress;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The demo network while it is being built, and what to do when it cannot be. */
public final class BuildModel {

  /** Seven masternodes: two may fail and payments still become final. */
  public static final int NODES = 7;

  private final DemoPort port;
  private final List<NodeModel> nodes =
      IntStream.rangeClosed(1, NODES).mapToObj(NodeModel::new).toList();
  private final ReadOnlyIntegerWrapper readyCount = new ReadOnlyIntegerWrapper(this, "readyCount");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private final ReadOnlyObjectWrapper<Progress.@Nullable Failed> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private boolean running;
  private int attempt;

  /** Nothing happens before {@link #start}. */
  public BuildModel(DemoPort port) {
    this.port = port;
  }

  /** Begins, or begins anew after a failure; does nothing while it goes on or when it is done. */
  public void start() {
    if (running || ready.get()) {
      return;
    }
    running = true;
    failure.set(null);
    readyCount.set(0);
    nodes.forEach(NodeModel::reset);
    int mine = ++attempt;
    port.start(
        progress -> {
          if (mine == attempt) { // what a given-up attempt still says is of no interest
            show(progress);
          }
        });
  }

  private void show(Progress progress) {
    switch (progress) {
      case Progress.Node node -> {
        if (node.index() >= 0 && node.index() < NODES) {
          nodes.get(node.index()).show(node);
        }
        readyCount.set(
            (int)
                nodes.stream()
                    .filter(each -> each.phaseProperty().get() == NodeModel.Phase.READY)
                    .count());
      }
      case Progress.Ready _ -> {
        running = false;
        ready.set(true);
      }
      case Progress.Failed failed -> {
        running = false;
        failure.set(failed);
      }
    }
  }

  /** The tiles. */
  public List<NodeModel> nodes() {
    return nodes;
  }

  /** How many are ready. */
  public ReadOnlyIntegerProperty readyCountProperty() {
    return readyCount.getReadOnlyProperty();
  }

  /** Whether the wallet can be used. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Why it could not be built, or null. */
  public ReadOnlyObjectProperty<Progress.@Nullable Failed> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
