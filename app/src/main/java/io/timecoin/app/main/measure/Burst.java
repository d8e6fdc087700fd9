package io.timecoin.app.main.measure;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The whole app on a wallet with very many coins of which a thousand change a second: how long the
 * window stands still, beside a thread that does nothing, first at rest and then under way.
 */
public final class Burst {

  private static final long READY_SECONDS_MAX = 300;
  private static final double MEGA = 1e6;

  private final Plan plan;
  private final Window window;
  private final PrintStream out;
  private final Stalls stalls = new Stalls();

  /**
   * What is measured.
   *
   * @param rows coins of the wallet
   * @param changesPerSecond of their states
   * @param seconds at rest, and again under way
   */
  public record Plan(int rows, int changesPerSecond, int seconds) {}

  /**
   * The app that is measured.
   *
   * @param onScreen runs something on the FX thread
   * @param rows how many coins the table holds; on the FX thread
   * @param changes how many changes were shown so far; on the FX thread
   * @param resyncs how often the window had to ask for everything anew; on the FX thread
   */
  public record Window(
      Consumer<Runnable> onScreen,
      IntSupplier rows,
      LongSupplier changes,
      LongSupplier resyncs,
      Runnable open) {}

  /** Measures nothing yet. */
  public Burst(Plan plan, Window window, PrintStream out) {
    this.plan = plan;
    this.window = window;
    this.out = out;
  }

  /** Measures and says what came out; blocks, not on the FX thread. Whether it could. */
  public boolean run(BurstNode node) throws InterruptedException {
    long begun = System.nanoTime();
    onScreen(window.open());
    if (!awaitRows()) {
      out.println("the wallet did not show its coins in time");
      return false;
    }
    out.printf(
        Locale.ROOT,
        "%,d coins shown %.1f s after the window opened%n",
        plan.rows(),
        (System.nanoTime() - begun) / 1e9);
    onScreen(stalls::start);
    phase("at rest");
    double before = heap();
    node.pay(Math.max(1, plan.changesPerSecond() / BurstNode.CHANGES_PER_PAYMENT));
    phase("busy");
    double after = heap();
    onScreen(stalls::close);
    out.printf(
        Locale.ROOT,
        "heap in use %.0f MB before, %.0f MB after (app and node); %d resyncs%n",
        before,
        after,
        ask(window.resyncs()));
    return true;
  }

  private void phase(String name) throws InterruptedException {
    stalls.reset();
    long changesBefore = ask(window.changes());
    TimeUnit.SECONDS.sleep(plan.seconds());
    long changes = ask(window.changes()) - changesBefore;
    out.printf(
        Locale.ROOT,
        "%-8s %6.0f changes/s %5.0f frames/s   over 100 ms: window %d, idle thread %d"
            + "   longest: window %.0f ms, idle thread %.0f ms%n",
        name,
        (double) changes / plan.seconds(),
        (double) stalls.screen().count() / plan.seconds(),
        stalls.screen().stalls(),
        stalls.control().stalls(),
        stalls.screen().longestMillis(),
        stalls.control().longestMillis());
  }

  private boolean awaitRows() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX);
    while (System.nanoTime() < deadline) {
      if (ask(() -> window.rows().getAsInt()) >= plan.rows()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  private long ask(LongSupplier question) throws InterruptedException {
    long[] answer = new long[1];
    onScreen(() -> answer[0] = question.getAsLong());
    return answer[0];
  }

  private void onScreen(Runnable work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    window
        .onScreen()
        .accept(
            () -> {
              work.run();
              done.countDown();
            });
    done.await();
  }

  private static double heap() {
    System.gc(); // what is left over is not what is needed
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
  }
}
