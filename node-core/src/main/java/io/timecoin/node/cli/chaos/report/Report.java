package io.timecoin.node.cli.chaos.report;

import io.timecoin.node.cli.chaos.check.Breach;
import io.timecoin.node.cli.chaos.check.Checker;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.chaos.history.Event.Stage;
import io.timecoin.node.cli.chaos.history.EventJson;
import io.timecoin.node.cli.chaos.history.FaultKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what came of a run: {@code report.md}, {@code timeline.svg}, {@code history.jsonl}. */
public final class Report {
  private static final double P50 = 0.5;
  private static final double P99 = 0.99;

  private final Run run;
  private final List<Event> history;
  private final Checker.Judgement judgement;
  private final Summary summary;

  /**
   * What was asked for.
   *
   * @param time with faults
   * @param complete whether it went to its end
   */
  public record Run(int nodes, long seed, Duration time, Set<FaultKind> without, boolean complete) {
    /** Copies. */
    public Run {
      without = Set.copyOf(without);
    }
  }

  /** Of one run. */
  public Report(Run run, List<Event> history, Checker.Judgement judgement) {
    this.run = run;
    this.history = List.copyOf(history);
    this.judgement = judgement;
    this.summary = Summary.of(this.history);
  }

  /** Writes all into the folder; the summary in a line. */
  public String write(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("history.jsonl"))) {
      for (Event event : history) {
        out.write(EventJson.line(event));
        out.newLine();
      }
    }
    Files.writeString(
        folder.resolve("timeline.svg"), Timeline.of(history, run.nodes(), title()).svg());
    Files.writeString(folder.resolve("report.md"), markdown());
    return line();
  }

  private String title() {
    return "%d masternodes, %d s of faults, seed %d"
        .formatted(run.nodes(), run.time().toSeconds(), run.seed());
  }

  private Finality finality(Stage stage, Finality.At at) {
    return Finality.of(history, stage, at, run.nodes());
  }

  private String line() {
    Finality during = finality(Stage.FAULTS_BEGIN, Finality.At.FIRST);
    Finality after = finality(Stage.FAULTS_END, Finality.At.FIRST);
    return ("%s%s: %d faults (%s); %d payments accepted, %d double spends (%d decided, %d"
            + " released); final after p50 %s, p99 %s during faults and p50 %s, p99 %s after"
            + " them; %d breaches")
        .formatted(
            title(),
            run.complete() ? "" : ", cut short",
            summary.faultsInAll(),
            summary.faultsByKind(),
            summary.accepted(),
            summary.contests().size(),
            summary.contests(Contest.End.DECIDED),
            summary.contests(Contest.End.RELEASED),
            during.percentile(P50),
            during.percentile(P99),
            after.percentile(P50),
            after.percentile(P99),
            judgement.times());
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Chaos: ").append(title()).append("\n\n");
    text.append(verdict()).append("\n\n![What happened when](timeline.svg)\n\n");
    promises(text);
    if (!judgement.breaches().isEmpty()) {
      text.append("\n## What broke\n\n");
      for (Breach breach : judgement.breaches()) {
        text.append("- **").append(breach.rule()).append("**: ").append(breach.what()).append('\n');
      }
      text.append("\nThe nodes' folders are in `network`, their logs too.\n");
    }
    text.append("\n## Faults\n\n| fault | times |\n|---|--:|\n");
    summary.faults().forEach((kind, n) -> text.append("| %s | %d |\n".formatted(kind.label(), n)));
    payments(text);
    again(text);
    return text.toString();
  }

  private String verdict() {
    String end = run.complete() ? "" : " The run was cut short: not all could be judged.";
    return judgement.times() == 0
        ? "**No promise was broken.**" + end
        : "**Promises were broken %d times.**%s".formatted(judgement.times(), end);
  }

  private void promises(StringBuilder text) {
    text.append("| promise | kept |\n|---|---|\n");
    for (Checker.Outcome outcome : judgement.outcomes()) {
      String kept =
          !outcome.judged()
              ? "not judged"
              : outcome.times() == 0 ? "yes" : "**broken %d times**".formatted(outcome.times());
      text.append("| %s | %s |\n".formatted(outcome.title(), kept));
    }
  }

  private void payments(StringBuilder text) {
    text.append("\n## Payments\n\n| | |\n|---|--:|\n");
    text.append("| honest payments made | %d |\n".formatted(summary.honest()));
    text.append("| of them accepted by a node | %d |\n".formatted(summary.accepted()));
    text.append("| double spends | %d |\n".formatted(summary.contests().size()));
    text.append("| one became final | %d |\n".formatted(summary.contests(Contest.End.DECIDED)));
    text.append("| both were released | %d |\n".formatted(summary.contests(Contest.End.RELEASED)));
    text.append("| neither was seen | %d |\n".formatted(summary.contests(Contest.End.UNSEEN)));
    text.append("| notifications recorded | %d |\n".formatted(summary.notifications()));
    text.append("| subscriptions | %d |\n".formatted(summary.sessions()));
    if (summary.settledMs() >= 0) {
      text.append("| last payment until all agreed | %d ms |\n".formatted(summary.settledMs()));
    }
    text.append("\nAnswers to offers of honest payments: ")
        .append(
            summary.answers().entrySet().stream()
                .map(answer -> "%d × %s".formatted(answer.getValue(), answer.getKey()))
                .collect(Collectors.joining(", ")))
        .append(".\n\n| final after | payments | p50 | p99 | most |\n|---|--:|--:|--:|--:|\n");
    row(text, "during faults, at the first client", Stage.FAULTS_BEGIN, Finality.At.FIRST);
    row(text, "during faults, at all clients", Stage.FAULTS_BEGIN, Finality.At.LAST);
    row(text, "after them, at the first client", Stage.FAULTS_END, Finality.At.FIRST);
    row(text, "after them, at all clients", Stage.FAULTS_END, Finality.At.LAST);
    text.append(
        "\nTimes count from the first offer, also where that went to a node that was down or"
            + " paused. \"At all clients\" leaves out payments that a client without a connection"
            + " learned of by a snapshot.\n");
  }

  private void row(StringBuilder text, String name, Stage stage, Finality.At at) {
    Finality finality = finality(stage, at);
    text.append(
        "| %s | %d | %s | %s | %s |\n"
            .formatted(
                name,
                finality.count(),
                finality.percentile(P50),
                finality.percentile(P99),
                finality.percentile(1)));
  }

  private void again(StringBuilder text) {
    text.append(
        "\n## The same again\n\n```\n./timekeeper chaos --nodes %d --minutes %ds --seed %d"
            .formatted(run.nodes(), run.time().toSeconds(), run.seed()));
    if (!run.without().isEmpty()) {
      text.append(" --without ")
          .append(
              run.without().stream()
                  .sorted()
                  .map(FaultKind::name)
                  .collect(Collectors.joining(",")));
    }
    text.append(
        "\n```\n\nThe seed draws the same faults and payments; what the machine does with them"
            + " differs. `history.jsonl` has every event of this run.\n");
  }
}
