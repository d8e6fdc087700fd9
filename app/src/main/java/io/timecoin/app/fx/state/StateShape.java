package io.timecoin.app.fx.state;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * The shape of a state, drawn in a square of 14 pixels: told apart without colour. The colour comes
 * from the state's style class on this region or on a parent.
 */
public final class StateShape extends Region {

  private static final double SIZE = 14;
  private static final double MIDDLE = SIZE / 2;
  private static final double RADIUS = 5.5;
  private static final double FULL_TURN = 360;

  /** A pie under a twelfth would look like a speck of dust. */
  private static final double LEAST_PART = 1.0 / 12;

  /** An empty square until {@link #show} is called. */
  public StateShape() {
    getStyleClass().add("tk-state-shape");
    setMinSize(SIZE, SIZE);
    setPrefSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setMouseTransparent(true);
  }

  /** Draws the state; {@code part} (0…1) is how far the votes have filled a pending one. */
  public void show(BadgeState state, double part) {
    List<Node> shapes =
        switch (state) {
          case UNSPENT -> List.of(outline());
          case LOCKED -> List.of(outline(), slice(-90, 180, RADIUS));
          case SPENT_PENDING ->
              List.of(outline(), slice(90, -FULL_TURN * Math.clamp(part, LEAST_PART, 1), 3.75));
          case SPENT_FINALIZED ->
              List.of(
                  styled(new Circle(MIDDLE, MIDDLE, 6.4), "tk-fill"),
                  styled(new Polyline(4.1, 7.2, 6.2, 9.3, 10.0, 5.1), "tk-tick"));
          case CONFIRMED -> List.of(square());
          case REJECTED ->
              List.of(
                  styled(new Polyline(3, 3, 11, 11), "tk-stroke"),
                  styled(new Polyline(11, 3, 3, 11), "tk-stroke"));
          case CONTESTED ->
              List.of(
                  styled(
                      new Polygon(8.2, 0.6, 2.6, 8.0, 6.4, 8.0, 5.4, 13.4, 11.4, 5.6, 7.4, 5.6),
                      "tk-fill"));
        };
    getChildren().setAll(shapes);
  }

  private static Shape outline() {
    return styled(new Circle(MIDDLE, MIDDLE, RADIUS), "tk-outline");
  }

  private static Shape slice(double start, double length, double radius) {
    Arc arc = new Arc(MIDDLE, MIDDLE, radius, radius, start, length);
    arc.setType(ArcType.ROUND);
    return styled(arc, "tk-fill");
  }

  private static Shape square() {
    Rectangle square = new Rectangle(1.5, 1.5, 11, 11);
    square.setArcWidth(4);
    square.setArcHeight(4);
    return styled(square, "tk-fill");
  }

  private static Shape styled(Shape shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    return shape;
  }
}
