package io.timecoin.node.cli.chaos;

import io.timecoin.node.cli.chaos.check.Checker;
import io.timecoin.node.cli.chaos.check.Economy;
import io.timecoin.node.cli.chaos.history.FaultKind;
import io.timecoin.node.cli.chaos.history.History;
import io.timecoin.node.cli.chaos.report.Report;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.cluster.ClusterOptions;
import io.timecoin.node.cli.cluster.JournalAudit;
import io.timecoin.node.cli.cluster.Wires;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.runtime.Logging;
import io.timecoin.node.runtime.NodeStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything goes wrong at once. */
@Command(
    name = "chaos",
    header = "Let everything go wrong at once, record what is seen, and judge it.",
    description = {
      "A network of real processes pays and is paid twice, while nodes are killed, paused, cut off,"
          + " heard one way only, delayed and given wrong clocks. A client of each node records"
          + " every notification. Then all is healed, and what was recorded is judged: no two"
          + " conflicting payments final, nothing final changed, every accepted payment final"
          + " everywhere, no lock left, no gap in the numbers, no vote against another, one state,"
          + " no money lost.",
      "",
      "Writes report.md, timeline.svg and history.jsonl. Ends with 1 if a promise was broken; the"
          + " nodes' folders are then kept beside the report. Ctrl-C ends it early, with a report"
          + " of what was seen so far, and with 1: an end was not reached."
    })
public final class ChaosCommand extends CliCommand {
  private static final Duration CALM_MAX = Duration.ofSeconds(20);
  private static final long ENDING_SECONDS = 60;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "1",
      converter = Minutes.class,
      description = "How long there are faults: 2, 0.25, or a time such as 90s (${DEFAULT-VALUE}).")
  private Duration minutes;

  @Option(
      names = "--without",
      paramLabel = "FAULT",
      split = ",",
      description = "Faults to leave out: ${COMPLETION-CANDIDATES}.")
  private Set<FaultKind> without = EnumSet.noneOf(FaultKind.class);

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "An empty or new folder for the report (default: chaos-report here, or with a number).")
  private @Nullable Path report;

  @Mixin private ClusterOptions options;

  private final Stop stop = new Stop();
  private final CountDownLatch over = new CountDownLatch(1);

  @Override
  protected int run() throws CommandFailedException, InterruptedException {
    Logging.setLevel(Level.ERROR);
    Wires wires = new Wires();
    ReportFolder folder = ReportFolder.create(report);
    // nobody may find a way around the wires: what nodes tell each other leads nowhere
    Devnet.Settings settings =
        options.settings(folder.network(), true).with(wires).with("p2p-advertise", "127.0.0.1:1");
    try (wires;
        Devnet devnet = Devnet.create(settings);
        Ending _ = Ending.onSignal(terminal(), FAILED, () -> cutShort(devnet))) {
      return run(devnet, wires, folder);
    } catch (IOException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), e);
    } finally {
      over.countDown();
    }
  }

  /** On a signal: the run ends itself and reports; whatever is left then is killed. */
  private void cutShort(Devnet devnet) {
    stop.ask();
    try {
      if (!over.await(ENDING_SECONDS, TimeUnit.SECONDS)) {
        killAll(devnet);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Also those that stand still. */
  private static void killAll(Devnet devnet) {
    for (int node = 0; node < devnet.nodes().size(); node++) {
      devnet.killNode(node);
    }
  }

  private int run(Devnet devnet, Wires wires, ReportFolder folder)
      throws CommandFailedException, InterruptedException, IOException {
    History history = new History();
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    kinds.removeAll(without);
    List<Planned> plan = FaultPlan.of(options.seed(), options.nodes(), minutes, kinds);
    terminal().say("starting %d masternodes, seed %d".formatted(options.nodes(), options.seed()));
    List<String> failures = new ArrayList<>();
    boolean complete = false;
    try (ChaosRun run = new ChaosRun(devnet, wires, terminal(), stop, history)) {
      complete = complete(run, plan, failures);
      failures.addAll(run.failures());
    } finally {
      killAll(devnet);
    }
    List<String> contradictions = new JournalAudit(devnet, folder.network()).contradictions();
    Checker.Judgement judgement =
        new Checker(options.nodes(), Economy.of(devnet.genesis()))
            .judge(history.events(), complete)
            .with("no journal holds votes that contradict each other", true, contradictions)
            .with(
                "every node starts and answers, every honest payment is taken",
                complete || !failures.isEmpty(),
                failures);
    return tell(folder, history, judgement, complete);
  }

  /** Runs it; whether it came to its end. What went wrong outside of the history is added. */
  private boolean complete(ChaosRun run, List<Planned> plan, List<String> failures)
      throws InterruptedException {
    Duration calm = minutes.dividedBy(4);
    ChaosRun.Times times =
        new ChaosRun.Times(
            minutes,
            calm.compareTo(CALM_MAX) < 0 ? calm : CALM_MAX,
            options.patience().plus(options.resolution()).multipliedBy(2));
    try {
      run.run(plan, times, new Random(options.seed() + 1));
      return true;
    } catch (CutShortException e) {
      terminal().say("cut short");
    } catch (NodeStartException e) {
      failures.add(e.reason() + " " + e.remedy());
    } catch (ConnectionLostException e) {
      failures.add("a node went away at the end: " + e.getMessage());
    } catch (CommandFailedException e) {
      failures.add(e.line());
    }
    return false;
  }

  private int tell(
      ReportFolder folder, History history, Checker.Judgement judgement, boolean complete)
      throws IOException {
    judgement.breaches().forEach(b -> terminal().say("BREACH: " + b.rule() + ": " + b.what()));
    Report.Run about = new Report.Run(options.nodes(), options.seed(), minutes, without, complete);
    String summary = new Report(about, history.events(), judgement).write(folder.path());
    boolean kept = complete && judgement.times() == 0;
    if (judgement.times() == 0) {
      folder.removeNetwork();
    }
    terminal().printLine(summary + "; report in " + folder.path());
    return kept ? DONE : FAILED;
  }
}
