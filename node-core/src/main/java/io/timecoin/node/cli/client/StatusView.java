package io.timecoin.node.cli.client;

import io.timecoin.node.cli.console.Style;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.cli.console.Terminal;
import io.timecoin.node.protocol.Reason;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.StatusReport.Latency;
import io.timecoin.node.protocol.StatusReport.Participation;
import io.timecoin.node.protocol.StatusReport.Verdict;
import io.timecoin.node.protocol.StatusReport.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A status as aligned text. */
final class StatusView {
  private final Terminal terminal;

  StatusView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(StatusReport report) {
    verdict(report);
    general(report).printTo(terminal);
    participation(report.participation());
    waiting(report.waitingFor());
  }

  private void verdict(StatusReport report) {
    Verdict verdict = report.verdict();
    Style style =
        switch (verdict) {
          case HEALTHY -> Style.GREEN;
          case DEGRADED -> Style.YELLOW;
          case NOT_VOTING, OFFLINE -> Style.RED;
        };
    String word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    terminal.out().println(style.on(terminal, word));
    for (Reason reason : report.reasons()) {
      terminal.out().println("  " + reason.message());
      terminal.out().println("    " + reason.remedy());
    }
  }

  private static Table general(StatusReport report) {
    return new Table()
        .row("network", report.network().wireName())
        .row("genesis", report.genesisHash().toString())
        .row("node", report.publicKey().toString())
        .row("version", report.version() + ", up " + time(report.uptimeMs()))
        .row("height", height(report))
        .row("last block", report.chain().hash().toString())
        .row("state hash", report.chain().stateHash().toString())
        .row(
            "masternodes",
            report.masternodesOnline()
                + " of "
                + report.masternodes()
                + " online, "
                + report.quorum()
                + " needed to decide")
        .row("peers", String.valueOf(report.peers()))
        .row(
            "payments",
            "%d final, %d of them in no block yet, %d pending, %d waiting"
                .formatted(
                    report.finalized(),
                    report.chain().unconfirmed(),
                    report.pending(),
                    report.waiting()))
        .row("finality", latency(report.finality()))
        .row("UTXOs", String.valueOf(report.utxos()))
        .row("subscriptions", String.valueOf(report.subscriptions()))
        .row("least fee", report.minFee().toString())
        .row("equivocations", String.valueOf(report.equivocations()));
  }

  private static String height(StatusReport report) {
    long target = report.chain().target();
    return target > report.height()
        ? report.height() + " of " + target + ", fetching blocks"
        : String.valueOf(report.height());
  }

  private void participation(List<Participation> members) {
    Table table = new Table().row("masternode", "", "prepares", "commits", "median");
    for (Participation member : members) {
      table.row(
          member.name(),
          member.online() ? "online" : "offline",
          String.valueOf(member.prepares()),
          String.valueOf(member.commits()),
          ms(member.latencyMs()));
    }
    terminal.out().println();
    table.printTo(terminal);
  }

  private void waiting(List<Waiting> transactions) {
    if (transactions.isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println("not final yet:");
    Table table = new Table();
    for (Waiting waiting : transactions) {
      table.row("  " + waiting.txid(), time(waiting.ageMs()), waiting.reason().message());
    }
    table.printTo(terminal);
  }

  private static String latency(Latency latency) {
    return latency.count() == 0
        ? "nothing final yet"
        : "%s median, %s p95, %s p99 (last %d)"
            .formatted(
                ms(latency.p50Ms()), ms(latency.p95Ms()), ms(latency.p99Ms()), latency.count());
  }

  private static String ms(@Nullable Double ms) {
    return ms == null ? "-" : String.format(Locale.ROOT, "%.1f ms", ms);
  }

  private static String time(long ms) {
    Duration time = Duration.ofMillis(ms);
    if (time.toDays() > 0) {
      return time.toDays() + " d " + time.toHoursPart() + " h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
