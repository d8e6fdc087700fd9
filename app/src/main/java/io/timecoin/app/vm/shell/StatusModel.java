package io.timecoin.app.vm.shell;

import io.timecoin.app.state.NetworkState;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.protocol.StatusReport;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The status bar. */
public final class StatusModel implements Screen {

  /** No word from the node for so long means that what is shown may be the past. */
  static final long STALE_MICROS = 3_000_000;

  private static final long MICROS_PER_SECOND = 1_000_000;

  /** How far what is shown can be trusted. */
  public enum Freshness {
    LIVE,
    CONNECTING,
    STALE,
    OFFLINE
  }

  private final ReadOnlyObjectWrapper<Freshness> freshness =
      new ReadOnlyObjectWrapper<>(this, "freshness", Freshness.CONNECTING);
  private final ReadOnlyStringWrapper network = new ReadOnlyStringWrapper(this, "network", "");
  private final ReadOnlyLongWrapper height = new ReadOnlyLongWrapper(this, "height", -1);
  private final ReadOnlyLongWrapper ageSeconds = new ReadOnlyLongWrapper(this, "ageSeconds", 0);
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");

  @Override
  public void show(SessionState state, long now) {
    NetworkState net = state.network();
    long age = net.heardAt() == StageTimes.NEVER ? 0 : Math.max(0, now - net.heardAt());
    freshness.set(freshness(net, age));
    ageSeconds.set(age / MICROS_PER_SECOND);
    reason.set(net.reason());
    StatusReport report = net.report();
    if (report != null) {
      network.set(report.network().wireName());
      height.set(report.height());
    }
  }

  private static Freshness freshness(NetworkState net, long age) {
    boolean heard = net.heardAt() != StageTimes.NEVER;
    return switch (net.link()) {
      case LIVE -> age > STALE_MICROS ? Freshness.STALE : Freshness.LIVE;
      case CONNECTING -> heard ? Freshness.STALE : Freshness.CONNECTING;
      case LOST -> heard ? Freshness.STALE : Freshness.OFFLINE;
    };
  }

  /** How far what is shown can be trusted. */
  public ReadOnlyObjectProperty<Freshness> freshnessProperty() {
    return freshness.getReadOnlyProperty();
  }

  /** The network's name, empty before the first report. */
  public ReadOnlyStringProperty networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** Decided blocks, -1 before the first report. */
  public ReadOnlyLongProperty heightProperty() {
    return height.getReadOnlyProperty();
  }

  /** Seconds since anything was heard. */
  public ReadOnlyLongProperty ageSecondsProperty() {
    return ageSeconds.getReadOnlyProperty();
  }

  /** Why there is no connection, or empty. */
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }
}
