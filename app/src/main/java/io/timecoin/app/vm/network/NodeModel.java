package io.timecoin.app.vm.network;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One of the seven tiles. */
public final class NodeModel {

  /** How far a tile is; waiting is before anything happened. */
  public enum Phase {
    WAITING,
    STARTING,
    LISTENING,
    CONNECTED,
    READY,
    STOPPED,
    FAILED
  }

  private final int number;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", Phase.WAITING);
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");

  NodeModel(int number) {
    this.number = number;
  }

  void show(DemoPort.Progress.Node progress) {
    phase.set(Phase.valueOf(progress.phase().name()));
    detail.set(progress.detail());
  }

  void reset() {
    phase.set(Phase.WAITING);
    detail.set("");
  }

  /** From 1. */
  public int number() {
    return number;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Its address, or what went wrong. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }
}
