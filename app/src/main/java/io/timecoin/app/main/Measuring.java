package io.timecoin.app.main;

import io.timecoin.app.main.measure.Burst;
import io.timecoin.app.main.measure.BurstNode;
import io.timecoin.app.vm.utxos.UtxosModel;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/** Uses the app as a measure wants it used. */
final class Measuring {

  /** 100 000 coins of which 1 000 change a second, a minute at rest and a minute under way. */
  private static final Burst.Plan PLAN =
      new Burst.Plan(
          Integer.getInteger("timekeeper.burst.rows", 100_000),
          Integer.getInteger("timekeeper.burst.changes", 1_000),
          Integer.getInteger("timekeeper.burst.seconds", 60));

  private Measuring() {}

  /** Measures, prints, and tells the exit status; returns at once. FX thread. */
  static void start(
      Options.Measure what, AppWindow window, Background background, IntConsumer done) {
    switch (what) {
      case START -> untilItAnswers(done);
      case BURST -> background.run(() -> burst(window, background, done));
    }
  }

  /** The second frame: what was laid out in the first has been painted, and input is handled. */
  private static void untilItAnswers(IntConsumer done) {
    long shown = System.currentTimeMillis();
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == 2) {
          stop();
          long started = started();
          System.out.printf(
              Locale.ROOT,
              "window %d ms, answers %d ms after the start of the process%n",
              shown - started,
              System.currentTimeMillis() - started);
          done.accept(0);
        }
      }
    }.start();
  }

  private static long started() {
    return ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void burst(AppWindow window, Background background, IntConsumer done) {
    int status = 1;
    try (BurstNode node = BurstNode.start(PLAN.rows())) {
      Burst.Window measured =
          new Burst.Window(
              background::backOnScreen,
              window::rowsShown,
              window::changesShown,
              window::resyncs,
              () -> {
                window.open(Site.remote(node.uri(), java.util.Set.of(node.address())));
                window.showAll(UtxosModel.Group.ALL);
              });
      status = new Burst(PLAN, measured, System.out).run(node) ? 0 : 1;
    } catch (IOException e) {
      System.err.println("timekeeper: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int result = status;
    background.backOnScreen(() -> done.accept(result));
  }
}
