package io.timecoin.app.vm.dashboard;

import io.timecoin.app.state.NetworkState;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The operator's glance. */
public final class DashboardModel implements Screen {

  private static final double MICROS_PER_SECOND = 1_000_000;

  /** The node's word about itself, or the app's if it cannot be reached. */
  public enum Verdict {
    HEALTHY,
    DEGRADED,
    NOT_VOTING,
    OFFLINE
  }

  /**
   * The numbers.
   *
   * @param reasons why the verdict is what it is and what to do, the node's own sentences
   * @param finalizedPerSecond over the last reports
   */
  public record Glance(
      Verdict verdict,
      List<String> reasons,
      long height,
      int peers,
      int online,
      int masternodes,
      int quorum,
      int pending,
      int waiting,
      long finalized,
      double finalizedPerSecond,
      OptionalDouble p50,
      OptionalDouble p95,
      OptionalDouble p99,
      String version) {

    static final Glance UNKNOWN =
        new Glance(
            Verdict.OFFLINE,
            List.of(),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            "");
  }

  /** One masternode as the connected node sees it. */
  public record MemberView(
      String name, boolean online, long prepares, long commits, OptionalDouble latencyMillis) {}

  private final ReadOnlyObjectWrapper<Glance> glance =
      new ReadOnlyObjectWrapper<>(this, "glance", Glance.UNKNOWN);
  private final ChartsModel charts = new ChartsModel();
  private final FeedModel feed = new FeedModel();
  private final ObservableList<MemberView> members = FXCollections.observableArrayList();
  private final ObservableList<MemberView> membersView =
      FXCollections.unmodifiableObservableList(members);
  private @Nullable NetworkState shownNetwork;

  @Override
  @SuppressWarnings("ReferenceEquality") // the same objects: nothing changed
  public void show(SessionState state, long now) {
    charts.show(state, now);
    feed.show(state, now);
    NetworkState network = state.network();
    if (network != shownNetwork) {
      shownNetwork = network;
      showReport(network);
    }
  }

  private void showReport(NetworkState network) {
    StatusReport report = network.report();
    boolean live = network.link() == NetworkState.Link.LIVE;
    if (report == null) {
      glance.set(Glance.UNKNOWN);
      return;
    }
    List<MemberView> membersNow = members(report);
    if (!members.equals(membersNow)) {
      members.setAll(membersNow);
    }
    Glance next = glance(report, live, network);
    if (!next.equals(glance.get())) {
      glance.set(next);
    }
  }

  private static Glance glance(StatusReport report, boolean live, NetworkState network) {
    StatusReport.Latency finality = report.finality();
    return new Glance(
        live ? Verdict.valueOf(report.verdict().name()) : Verdict.OFFLINE,
        live ? sentences(report.reasons()) : List.of(network.reason()),
        report.height(),
        report.peers(),
        report.masternodesOnline(),
        report.masternodes(),
        report.quorum(),
        report.pending(),
        report.waiting(),
        report.finalized(),
        rate(network.history()),
        optional(finality.p50Ms()),
        optional(finality.p95Ms()),
        optional(finality.p99Ms()),
        report.version());
  }

  private static List<String> sentences(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.message() + ". " + reason.remedy()).toList();
  }

  /** Over all the reports that are remembered. */
  private static double rate(List<NetworkState.Sample> history) {
    if (history.size() < 2) {
      return 0;
    }
    NetworkState.Sample last = history.getLast();
    NetworkState.Sample first = history.getFirst();
    double seconds = (last.at() - first.at()) / MICROS_PER_SECOND;
    return seconds <= 0 ? 0 : Math.max(0, last.finalized() - first.finalized()) / seconds;
  }

  private static List<MemberView> members(StatusReport report) {
    return report.participation().stream()
        .map(
            member ->
                new MemberView(
                    member.name(),
                    member.online(),
                    member.prepares(),
                    member.commits(),
                    optional(member.latencyMs())))
        .sorted(Comparator.comparing(MemberView::name))
        .toList();
  }

  private static OptionalDouble optional(@Nullable Double millis) {
    return millis == null ? OptionalDouble.empty() : OptionalDouble.of(millis);
  }

  /** Verdict and numbers. */
  public ReadOnlyObjectProperty<Glance> glanceProperty() {
    return glance.getReadOnlyProperty();
  }

  /** What is measured, now and over the last day. */
  public ChartsModel charts() {
    return charts;
  }

  /** The latest transitions. */
  public FeedModel feed() {
    return feed;
  }

  /** Every masternode in order of name. */
  public ObservableList<MemberView> members() {
    return membersView;
  }
}
