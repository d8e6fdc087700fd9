package io.timecoin.app.view.utxos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.app.fx.FxPulse;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.vm.utxos.UtxosModel;
import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.testfx.api.FxToolkit;

/** A thousand changes a second into a table of ten thousand rows. */
class BurstIT {

  private static final int ROWS = 10_000;
  private static final int CHANGES = 5_000;
  private static final int PER_TICK = 10;
  private static final int TICK_MILLIS = 10;
  private static final UtxoState LOCKED = new UtxoState.Locked(new Txid(1, 1, 1, 1), 1);

  private final UtxosModel model = new UtxosModel(null);
  private final AtomicInteger hops = new AtomicInteger();
  private final AtomicLong shownNanos = new AtomicLong();
  private final Frames frames = new Frames();
  private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
  private Theme theme;
  private FxPulse<SessionState> pulse;
  private SessionState state = SessionState.start(Set.of(Messages.ME));

  /** Counts frames and keeps the longest pause between two. */
  private static final class Frames extends AnimationTimer {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private long last;

    @Override
    public void handle(long now) {
      count.incrementAndGet();
      if (last != 0) {
        longest.accumulateAndGet(now - last, Math::max);
      }
      last = now;
    }

    void reset() {
      count.set(0);
      longest.set(0);
    }
  }

  @BeforeEach
  void openTable() throws TimeoutException {
    state = state.after(new SessionEvent.Received(Messages.snapshot(1, ROWS)), 1);
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          theme = new Theme();
          theme.install();
          model.groupProperty().set(UtxosModel.Group.ALL);
          model.show(state, 1);
          Stage stage = new Stage();
          stage.setScene(new Scene(new UtxosView(model, _ -> {}, _ -> {}), 960, 680));
          stage.show();
          frames.start();
          pulse =
              FxPulse.perFrame(
                  shown -> {
                    hops.incrementAndGet();
                    long begun = System.nanoTime();
                    model.show(shown, begun / 1_000);
                    shownNanos.addAndGet(System.nanoTime() - begun);
                  });
        });
  }

  @AfterEach
  void closeTable() throws TimeoutException {
    feeder.shutdownNow();
    FxToolkit.setupFixture(
        () -> {
          frames.stop();
          theme.uninstall();
        });
    FxToolkit.cleanupStages();
  }

  @Test
  void thousandChangesASecondAreAllPaintedInOneHopAFrame(TestReporter reporter)
      throws InterruptedException {
    reporter.publishEntry("idle", measured(() -> {}));
    reporter.publishEntry("busy", measured(this::changeSome));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                model.all().stream()
                        .filter(row -> row.standing().kind() == StateKind.LOCKED)
                        .count()
                    == CHANGES);
    assertThat(hops.get()).isPositive().isLessThan(CHANGES / 2);
    assertThat(hops.get()).isLessThanOrEqualTo(frames.count.get() + 2);
  }

  private int changed;

  private void changeSome() {
    for (int i = 0; i < PER_TICK && changed < CHANGES; i++, changed++) {
      state =
          state.after(
              new SessionEvent.Received(
                  Messages.change(changed + 1, changed, UtxoState.UNSPENT, LOCKED)),
              changed);
      pulse.accept(state);
    }
  }

  /** Runs the work every tick as long as all changes take, and says how the frames came. */
  private String measured(Runnable work) throws InterruptedException {
    frames.reset();
    hops.set(0);
    CountDownLatch ticks = new CountDownLatch(CHANGES / PER_TICK);
    var running =
        feeder.scheduleAtFixedRate(
            () -> {
              work.run();
              ticks.countDown();
            },
            0,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
    assertThat(ticks.await(120, TimeUnit.SECONDS)).isTrue();
    running.cancel(false);
    return frames.count.get()
        + " frames, longest pause "
        + frames.longest.get() / 1_000_000
        + " ms, "
        + hops.get()
        + " hops of "
        + shownNanos.get() / 1_000 / Math.max(1, hops.get())
        + " µs";
  }
}
