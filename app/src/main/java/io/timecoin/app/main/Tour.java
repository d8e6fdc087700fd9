package io.timecoin.app.main;

import io.timecoin.app.fx.Png;
import io.timecoin.app.fx.control.AmountLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Walks through the first start by itself, pressing what a person presses, and takes pictures. */
final class Tour {

  private static final long STEP_NANOS_MAX = 120_000_000_000L;

  /** Frames between a condition and its picture: layout and fonts have settled by then. */
  private static final int SETTLE_FRAMES = 30;

  private final AppWindow window;
  private final Path folder;
  private final Deque<Step> steps = new ArrayDeque<>();

  /**
   * One picture.
   *
   * @param act what is pressed first
   * @param until when the picture is taken
   */
  private record Step(String name, Runnable act, BooleanSupplier until) {}

  Tour(AppWindow window, Path folder) {
    this.window = window;
    this.folder = folder;
    steps.addAll(
        List.of(
            new Step("1-welcome", () -> {}, () -> find("#choose-demo") != null),
            new Step("2-network", () -> press("#choose-demo"), this::someNodeReady),
            new Step("3-wallet", () -> {}, this::hasMoney),
            new Step("4-send", () -> press("#wallet-send"), () -> enabled("#send")),
            new Step("5-finalize", () -> press("#send"), () -> enabled("#view-certificate")),
            new Step(
                "6-certificate", () -> press("#view-certificate"), () -> find(".tk-code") != null),
            new Step("7-payments", () -> go("transactions"), () -> rows("#transactions") > 0),
            new Step("8-utxos", () -> go("utxos"), () -> rows("#utxos") > 0),
            new Step("9-dashboard", () -> go("dashboard"), () -> find("#feed") != null),
            new Step("10-next", () -> go("next"), () -> find("#erase") != null)));
  }

  /** Begins; {@code done} is told 0, or 1 if a step did not happen or a picture was not written. */
  void start(IntConsumer done) {
    new AnimationTimer() {
      private long begun;
      private int settled;
      private boolean acted;

      @Override
      public void handle(long now) {
        Step step = steps.peek();
        if (step == null) {
          stop();
          done.accept(0);
          return;
        }
        if (!acted) {
          acted = true;
          begun = now;
          settled = 0;
          step.act().run();
        } else if (!step.until().getAsBoolean()) {
          settled = 0;
          if (now - begun > STEP_NANOS_MAX) {
            System.err.println("timekeeper: " + step.name() + " did not come to pass");
            end(1);
          }
        } else if (++settled > SETTLE_FRAMES) {
          acted = false;
          steps.remove();
          if (!picture(step.name())) {
            end(1);
          }
        }
      }

      private void end(int status) {
        stop();
        done.accept(status);
      }
    }.start();
  }

  private boolean picture(String name) {
    try {
      Png.write(window.scene().snapshot(null), folder.resolve(name + ".png"));
      return true;
    } catch (IOException e) {
      System.err.println("timekeeper: no picture " + name + ": " + e.getMessage());
      return false;
    }
  }

  private @Nullable Node find(String selector) {
    Scene scene = window.scene();
    return scene.lookup(selector);
  }

  private boolean enabled(String selector) {
    Node node = find(selector);
    return node != null && !node.isDisabled();
  }

  private boolean someNodeReady() {
    return find("#node-1:ready") != null || window.deskWindow() != null;
  }

  private boolean hasMoney() {
    return find("#balance-total") instanceof AmountLabel total && total.unitsProperty().get() > 0;
  }

  private int rows(String selector) {
    return find(selector) instanceof TableView<?> table ? table.getItems().size() : 0;
  }

  private void press(String selector) {
    if (find(selector) instanceof Button button) {
      button.fire();
    }
  }

  private void go(String page) {
    DeskWindow desk = window.deskWindow();
    if (desk != null) {
      desk.navigator().go(page);
    }
  }
}
