package io.timecoin.app.view.transaction;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Motion;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.transaction.ReplayModel;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Plays a recorded payment. Space plays and stops, the arrow keys go from event to event. Where
 * motion is not wanted nothing plays by itself: one goes from event to event.
 */
final class ReplayBar extends Card {

  private static final Texts TEXTS = Texts.of(ReplayBar.class);
  private static final Formats FORMATS = Formats.standard();
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final ReplayModel model;
  private final Button play;

  private final AnimationTimer timer =
      new AnimationTimer() {
        private long before;

        @Override
        public void start() {
          before = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          if (before != 0) {
            model.pass((now - before) / NANOS_PER_MILLI);
          }
          before = now;
        }
      };

  /**
   * Above the picture it plays.
   *
   * @param end back to the payment as it stands now
   */
  ReplayBar(ReplayModel model, Runnable end) {
    this.model = model;
    setId("replay");
    getStyleClass().addAll("tk-alert", "tk-state-pending");
    Label title = Parts.text("", "tk-strong");
    title.setId("replay-title");
    model
        .slowerProperty()
        .subscribe(slower -> title.setText(TEXTS.get("replay.title", slower.intValue())));
    Button close = Parts.button(TEXTS.get("replay.end"), Feather.X, end, "small");
    close.setId("replay-end");
    HBox head = new HBox(12, title, Parts.space(), speed(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    play = Parts.button("", Feather.PLAY, model::toggle, "tk-icon-button");
    play.setId("replay-play");
    model.playingProperty().subscribe(this::playing);
    getChildren().addAll(head, controls());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                model.playingProperty().set(false);
              } else {
                begin();
              }
            });
  }

  private void begin() {
    boolean still = Motion.reduced(this);
    Parts.shown(play, !still);
    if (!still && !model.playingProperty().get()) {
      model.toggle();
    }
  }

  private HBox controls() {
    Button previous = Parts.button("", Feather.SKIP_BACK, model::previous, "tk-icon-button");
    previous.setId("replay-previous");
    previous.setAccessibleText(TEXTS.get("replay.previous"));
    Button next = Parts.button("", Feather.SKIP_FORWARD, model::next, "tk-icon-button");
    next.setId("replay-next");
    next.setAccessibleText(TEXTS.get("replay.next"));
    Slider slider = new Slider(0, Math.max(model.length(), 0.001), 0);
    slider.setId("replay-slider");
    slider.setAccessibleText(TEXTS.get("replay.position"));
    slider.valueProperty().bindBidirectional(model.positionProperty());
    slider.setOnMousePressed(_ -> model.playingProperty().set(false));
    Label time = Parts.text("", "tk-muted");
    time.setId("replay-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    model
        .positionProperty()
        .subscribe(
            now ->
                time.setText(
                    TEXTS.get(
                        "replay.time",
                        FORMATS.millis(now.doubleValue()),
                        FORMATS.millis(model.length()))));
    HBox row = new HBox(8, play, previous, next, Parts.wide(slider), time);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ChoiceBox<Integer> speed() {
    ChoiceBox<Integer> speed = new ChoiceBox<>();
    speed.setId("replay-speed");
    speed.setAccessibleText(TEXTS.get("replay.speed"));
    speed.getItems().setAll(ReplayModel.SLOWER);
    speed.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer times) {
            return times == null ? "" : TEXTS.get("replay.slower", times);
          }

          @Override
          public Integer fromString(String text) {
            return model.slowerProperty().get(); // nothing is typed
          }
        });
    speed.setValue(model.slowerProperty().get());
    speed.setOnAction(_ -> model.slowerProperty().set(speed.getValue()));
    return speed;
  }

  private void playing(boolean now) {
    play.setGraphic(new FontIcon(now ? Feather.PAUSE : Feather.PLAY));
    play.setAccessibleText(TEXTS.get(now ? "replay.pause" : "replay.play"));
    if (now) {
      timer.start();
    } else {
      timer.stop();
    }
  }

  private void key(KeyEvent event) {
    boolean still = Motion.reduced(this);
    if (event.getCode() == KeyCode.RIGHT) {
      model.next();
    } else if (event.getCode() == KeyCode.LEFT) {
      model.previous();
    } else if (event.getCode() == KeyCode.SPACE && event.getTarget() instanceof Slider && !still) {
      model.toggle();
    } else {
      return;
    }
    event.consume();
  }
}
