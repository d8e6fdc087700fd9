package io.timecoin.app.fx.state;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** One station of a {@link UtxoTrack}: shape, word and stamp. */
final class Station extends VBox {

  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double SHAPE_ROOM = 36;
  private static final double SCALE = 1.5;
  private static final double FUTURE_RADIUS = 6;

  private final StateShape shape = new StateShape();
  private final Circle future = new Circle(FUTURE_RADIUS);
  private final Label word = new Label();
  private final Label stamp = new Label();

  Station() {
    super(2);
    getStyleClass().add("tk-station");
    setAlignment(Pos.TOP_CENTER);
    setMouseTransparent(true);
    shape.setScaleX(SCALE);
    shape.setScaleY(SCALE);
    future.getStyleClass().add("tk-station-future");
    StackPane picture = new StackPane(future, new Group(shape));
    picture.setMinHeight(SHAPE_ROOM);
    picture.setMaxHeight(SHAPE_ROOM);
    word.getStyleClass().add("tk-station-word");
    stamp.getStyleClass().add("tk-station-stamp");
    getChildren().addAll(picture, word, stamp);
  }

  void show(
      BadgeState state, boolean reached, boolean current, String votes, String time, double part) {
    getStyleClass().removeIf(name -> name.startsWith("tk-state-"));
    getStyleClass().add(state.styleClass());
    pseudoClassStateChanged(REACHED, reached);
    pseudoClassStateChanged(CURRENT, current);
    shape.show(state, current ? part : 1);
    shape.setVisible(reached);
    future.setVisible(!reached);
    word.setText(state.word() + votes);
    stamp.setText(time);
  }
}
