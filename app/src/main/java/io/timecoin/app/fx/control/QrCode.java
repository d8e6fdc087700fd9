package io.timecoin.app.fx.control;

import java.util.function.BiPredicate;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A QR code, black on white in every theme: cameras are used to that. The quiet margin of four
 * modules belongs to it.
 */
public final class QrCode extends Region {

  private static final int MARGIN = 4;

  private final Canvas canvas = new Canvas();
  private int size;
  private BiPredicate<Integer, Integer> dark = (_, _) -> false;

  /** An empty one, so wide and high. */
  public QrCode(double side) {
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    canvas.setWidth(side);
    canvas.setHeight(side);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getStyleClass().add("tk-qr");
    getChildren().add(canvas);
    paint();
  }

  /**
   * Shows that code.
   *
   * @param modules along one side, without the margin; 0 for none
   * @param isDark which are dark, by column and row from 0
   * @param spoken what it says, for who does not see it
   */
  public void show(int modules, BiPredicate<Integer, Integer> isDark, String spoken) {
    size = modules;
    dark = isDark;
    setAccessibleText(spoken);
    paint();
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    g.setFill(Color.WHITE);
    g.fillRoundRect(0, 0, side, side, 12, 12);
    if (size == 0) {
      return;
    }
    g.setFill(Color.BLACK);
    // Whole pixels: half-grey edges make codes hard to read.
    double module = Math.floor(side / (size + 2 * MARGIN));
    double from = Math.floor((side - module * size) / 2);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (dark.test(x, y)) {
          g.fillRect(from + x * module, from + y * module, module, module);
        }
      }
    }
  }
}
