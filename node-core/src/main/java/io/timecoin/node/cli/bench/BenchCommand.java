package io.timecoin.node.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timecoin.node.cli.console.CliCommand;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.cli.console.Ending;
import io.timecoin.node.cli.console.JsonLine;
import io.timecoin.node.cli.console.JsonOption;
import io.timecoin.node.cli.console.Table;
import io.timecoin.node.runtime.Logging;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures everything that is promised. */
@Command(
    name = "bench",
    header = "Measure how fast this machine's nodes are.",
    description = {
      "Runs real nodes on this machine and measures them: finality as a wallet sees it at 100"
          + " payments a second and payments a second at saturation with seven masternodes in seven"
          + " processes; state transitions of the engine alone; queries and notifications over"
          + " WebSocket; restart and disk space with a million unspent outputs.",
      "Rates, finality and restart are medians of several rounds; query, lock and notify are"
          + " medians of single requests. Goals are a fiftieth of the specification's targets (lock"
          + " 100 ms, notify 50 ms, query 10 ms, finality 1 s; its 99th percentile is held to the"
          + " whole second), and 3 s for a restart; ratio is median over goal. The figures are this"
          + " machine's, with all seven nodes sharing it."
    })
public final class BenchCommand extends CliCommand {
  private static final List<Measure> ALL =
      List.of(new EngineMeasure(), new WalletMeasure(), new FinalityMeasure(), new StoreMeasure());

  private static final int CLEARING_SECONDS = 20;

  @Mixin private JsonOption json;

  @Option(names = "--quick", description = "Fewer rounds and less load: under five minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only this measure: engine, wallet, finality or store.")
  private @Nullable String only;

  @Override
  protected int run() throws Exception {
    Logging.setLevel(Level.ERROR);
    List<Measure> chosen =
        ALL.stream().filter(measure -> only == null || measure.name().equals(only)).toList();
    if (chosen.isEmpty()) {
      throw wrongUsage("there is no measure " + only);
    }
    CountDownLatch cleared = new CountDownLatch(1);
    Thread measuring = Thread.currentThread();
    try (Ending _ = Ending.onSignal(terminal(), FAILED, () -> stop(measuring, cleared))) {
      return measureAll(chosen);
    } finally {
      cleared.countDown();
    }
  }

  /** An interrupted measure ends its processes and removes its folder on its way out. */
  private static void stop(Thread measuring, CountDownLatch cleared) {
    measuring.interrupt();
    try {
      cleared.await(CLEARING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int measureAll(List<Measure> chosen) throws Exception {
    Table table = new Table();
    for (Measure measure : chosen) {
      terminal().say(measure.name());
      for (Figure figure : measured(measure)) {
        if (json.wanted()) {
          terminal().printLine(JsonLine.write(json(figure)));
        } else {
          table.row(cells(figure));
        }
      }
    }
    if (!json.wanted()) {
      table.printTo(terminal());
    }
    return DONE;
  }

  private List<Figure> measured(Measure measure) throws Exception {
    try {
      return measure.run(quick, terminal()::say);
    } catch (IOException e) {
      throw new CommandFailedException(measure.name() + ": " + e.getMessage(), e);
    }
  }

  private static ObjectNode json(Figure figure) {
    ObjectNode line = JsonLine.object();
    line.put("name", figure.name());
    line.put("median", rounded(figure.median())).put("min", rounded(figure.min()));
    line.put("max", rounded(figure.max())).put("unit", figure.unit());
    line.put("ratio", figure.ratio() == null ? null : rounded(figure.ratio()));
    line.put("goal", figure.goal()).put("goal_met", figure.goalMet());
    return line;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static String[] cells(Figure figure) {
    Double goal = figure.goal();
    return new String[] {
      figure.name(),
      number(figure.median()) + " " + figure.unit(),
      "(" + number(figure.min()) + " to " + number(figure.max()) + ")",
      goal == null ? "" : "goal " + number(goal),
      Boolean.TRUE.equals(figure.goalMet()) ? "met" : goal == null ? "" : "not met"
    };
  }

  private static String number(double value) {
    return value >= 1000
        ? "%,.0f".formatted(value)
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.3f", value);
  }
}
