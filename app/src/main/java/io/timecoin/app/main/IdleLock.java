package io.timecoin.app.main;

import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/** Does something when nobody has touched the window for a while. FX thread. */
final class IdleLock {

  private final PauseTransition pause = new PauseTransition();
  private final EventHandler<InputEvent> touched = _ -> begin();
  private boolean on;

  /** Watches a scene's keys and mouse. */
  IdleLock(Scene scene, Runnable idle) {
    scene.addEventFilter(InputEvent.ANY, touched);
    pause.setOnFinished(_ -> idle.run());
  }

  /** After so long, zero for never. */
  void after(Duration time) {
    on = time.greaterThan(Duration.ZERO);
    pause.stop();
    if (on) {
      pause.setDuration(time);
      begin();
    }
  }

  private void begin() {
    if (on) {
      pause.playFromStart();
    }
  }
}
