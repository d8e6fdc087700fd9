package io.timecoin.node.cli.bench;

import io.timecoin.node.cli.console.ScratchFolder;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.tx.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Seven masternodes in seven processes: finality as wallets see it at 100 payments a second, handed
 * to the nodes in turn, and payments a second when as many are handed in as they take.
 */
final class FinalityMeasure implements Measure {
  private static final int NODES = 7;
  private static final int RATE = 100;
  private static final double GOAL_MS = 1000.0 / 50;

  @Override
  public String name() {
    return "finality";
  }

  @Override
  public List<Figure> run(boolean quick, Consumer<String> progress) throws Exception {
    int rounds = quick ? 3 : 5;
    int paced = quick ? 500 : 1_500;
    int flood = quick ? 500 : 2_000;
    int warmUp = quick ? 500 : 1_500;
    int all = warmUp + rounds * (paced + flood);
    try (ScratchFolder scratch = ScratchFolder.create();
        Devnet devnet =
            Devnet.create(
                new Devnet.Settings(
                    NODES,
                    0,
                    scratch.path(),
                    3 + all / BenchPayments.COINS_A_WALLET,
                    true,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5)))) {
      progress.accept("starting " + NODES + " processes, signing " + all + " payments");
      devnet.start(_ -> {});
      List<Transaction> payments = BenchPayments.of(devnet, all);
      try (FinalityRun run = FinalityRun.open(devnet)) {
        run.pay(payments.subList(0, warmUp), RATE);
        return rounds(run, payments.subList(warmUp, all), rounds, paced, progress);
      }
    }
  }

  private static List<Figure> rounds(
      FinalityRun run, List<Transaction> payments, int rounds, int paced, Consumer<String> progress)
      throws Exception {
    int aRound = payments.size() / rounds;
    double[] p50 = new double[rounds];
    double[] p99 = new double[rounds];
    double[] throughput = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      progress.accept("round " + (round + 1) + " of " + rounds);
      List<Transaction> mine = payments.subList(round * aRound, (round + 1) * aRound);
      FinalityRun.Result calm = run.pay(mine.subList(0, paced), RATE);
      p50[round] = Measure.percentile(calm.millis(), 0.5);
      p99[round] = Measure.percentile(calm.millis(), 0.99);
      throughput[round] = run.pay(mine.subList(paced, aRound), 0).perSecond();
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.cost("finality_p50_at_100_per_s", "ms", GOAL_MS, p50));
    figures.add(Figure.cost("finality_p99_at_100_per_s", "ms", 1000.0, p99));
    figures.add(Figure.rate("finality_throughput", "1/s", null, throughput));
    return figures;
  }
}
