package io.timecoin.app.fx;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;

/** How things move: 150–250 ms, easing out, only where something changed, or not at all. */
public final class Motion {

  /** For small things: a hover, a toast leaving. */
  public static final Duration FAST = Duration.millis(150);

  /** For a seat filling or a station being reached. */
  public static final Duration NORMAL = Duration.millis(220);

  private Motion() {}

  /** Whether this node must not move: so says its scene, or it is in none yet. */
  public static boolean reduced(Node node) {
    Scene scene = node.getScene();
    return scene == null || scene.getPreferences().isReducedMotion();
  }

  /**
   * The cubic ease-out.
   *
   * @param progress elapsed part of the time, clamped to 0…1
   * @return covered part of the way, 0…1
   */
  public static double easeOut(double progress) {
    double rest = 1 - Math.clamp(progress, 0, 1);
    return 1 - rest * rest * rest;
  }
}
