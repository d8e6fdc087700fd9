package io.timecoin.app.vm.news;

import io.timecoin.app.state.NetworkState;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.StatusReport.Verdict;
import java.util.function.Consumer;

/** Whether the node is well, told when that has changed and stayed so for a while. */
final class NodeNews {

  /** A verdict that lasts less than this is not worth a word. */
  static final long STEADY_MICROS = 3_000_000;

  private final Consumer<News> told;
  private boolean saidWell = true;
  private boolean well = true;
  private long since;

  NodeNews(Consumer<News> told) {
    this.told = told;
  }

  void show(NetworkState network, long now) {
    StatusReport report = network.report();
    if (report == null) {
      return; // a node that never answered is no news: the status bar says so
    }
    boolean lost = network.link() != NetworkState.Link.LIVE;
    boolean wellNow = !lost && report.verdict() == Verdict.HEALTHY;
    if (wellNow != well) {
      well = wellNow;
      since = now;
    }
    if (well != saidWell && now - since >= STEADY_MICROS) {
      saidWell = well;
      told.accept(well ? new News.NodeHealthy() : why(network, report, lost));
    }
  }

  private static News why(NetworkState network, StatusReport report, boolean lost) {
    if (lost) {
      return new News.NodeDegraded(network.reason(), "");
    }
    return report.reasons().stream()
        .findFirst()
        .map((Reason reason) -> new News.NodeDegraded(reason.message(), reason.remedy()))
        .orElse(new News.NodeDegraded("", ""));
  }
}
