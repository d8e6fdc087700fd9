package io.timecoin.node.metrics;

import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.Health;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Meters of what the node's status says; they show the latest that {@link #show} was given. */
final class StatusMeters {
  /** Labels must stay few, however large the set. */
  private static final int MASTERNODES_SHOWN = 100;

  private static final double MS_PER_SECOND = 1_000;

  private final Meters meters;
  private volatile @Nullable StatusReport report;
  private volatile Health health = new Health(StatusReport.Verdict.OFFLINE, List.of());

  StatusMeters(Meters meters, MasternodeSet set) {
    this.meters = meters;
    verdict();
    figures();
    pool();
    List<Masternode> shown = set.members().stream().limit(MASTERNODES_SHOWN).toList();
    for (int member = 0; member < shown.size(); member++) {
      masternode(member, shown.get(member).name());
    }
  }

  /**
   * From now on, these.
   *
   * @param latest null if the engine did not answer: its figures stay as they were
   */
  void show(Health verdict, @Nullable StatusReport latest) {
    health = verdict;
    if (latest != null) {
      report = latest;
    }
  }

  private void verdict() {
    for (StatusReport.Verdict verdict : StatusReport.Verdict.values()) {
      meters.gauge(Metric.VERDICT, () -> health.verdict() == verdict ? 1 : 0, lowerCase(verdict));
    }
    for (Reason.Code code : Reason.Code.values()) {
      meters.gauge(
          Metric.REASON,
          () -> health.reasons().stream().anyMatch(reason -> reason.code() == code) ? 1 : 0,
          lowerCase(code));
    }
    meters.gauge(Metric.READY, () -> health.ready() ? 1 : 0);
  }

  private void figures() {
    gauge(Metric.UPTIME, report -> report.uptimeMs() / MS_PER_SECOND);
    gauge(Metric.HEIGHT, StatusReport::height);
    gauge(Metric.PEERS, StatusReport::peers);
    gauge(Metric.MASTERNODES, StatusReport::masternodes);
    gauge(Metric.MASTERNODES_ONLINE, StatusReport::masternodesOnline);
    gauge(Metric.MASTERNODES_NEEDED, StatusReport::quorum);
    gauge(Metric.EQUIVOCATIONS, StatusReport::equivocations);
    gauge(Metric.FINAL_TRANSACTIONS, StatusReport::finalized);
    gauge(Metric.UTXOS, StatusReport::utxos);
    gauge(Metric.SUBSCRIPTIONS, StatusReport::subscriptions);
  }

  private void pool() {
    gauge(Metric.POOL, StatusReport::pending, "voting");
    gauge(Metric.POOL, StatusReport::waiting, "waiting");
  }

  private void masternode(int member, String name) {
    gauge(
        Metric.MASTERNODE_UP, report -> report.participation().get(member).online() ? 1 : 0, name);
    meters.counter(
        Metric.MASTERNODE_VOTES,
        () -> (long) read(report -> report.participation().get(member).prepares()),
        name,
        "prepare");
    meters.counter(
        Metric.MASTERNODE_VOTES,
        () -> (long) read(report -> report.participation().get(member).commits()),
        name,
        "commit");
  }

  private void gauge(Metric metric, ToDoubleFunction<StatusReport> figure, String... labels) {
    meters.gauge(metric, () -> read(figure), labels);
  }

  private double read(ToDoubleFunction<StatusReport> figure) {
    StatusReport latest = report;
    return latest == null ? 0 : figure.applyAsDouble(latest);
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
