package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Motion;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.state.BadgeState;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message over the screen. */
final class Toast extends HBox {

  private static final Texts TEXTS = Texts.of(Toast.class);
  private static final Duration STAY = Duration.seconds(5);
  private static final double WIDTH = 360;

  private final VBox words = new VBox(6);
  private final PauseTransition stay = new PauseTransition(STAY);
  private final Consumer<Toast> close;
  private final Kind kind;

  enum Kind {
    INFO(Feather.INFO, BadgeState.SPENT_PENDING),
    SUCCESS(Feather.CHECK_CIRCLE, BadgeState.UNSPENT),
    ERROR(Feather.ALERT_OCTAGON, BadgeState.REJECTED);

    private final Ikon icon;
    private final BadgeState colours;

    Kind(Ikon icon, BadgeState colours) {
      this.icon = icon;
      this.colours = colours;
    }
  }

  Toast(Kind kind, String message, @Nullable String details, Consumer<Toast> close) {
    super(10);
    this.kind = kind;
    this.close = close;
    getStyleClass().addAll("tk-toast", kind.colours.styleClass());
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(message);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    setAlignment(Pos.TOP_LEFT);
    Label text = new Label(message);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    words.getChildren().add(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (details != null) {
      words.getChildren().addAll(detailLines(details));
    }
    Button closeButton = new Button("", new FontIcon(Feather.X));
    closeButton.getStyleClass().addAll("flat", "tk-icon-button", "tk-tiny");
    closeButton.setAccessibleText(TEXTS.get("toast.close"));
    closeButton.setOnAction(_ -> leave());
    getChildren().addAll(new FontIcon(kind.icon), words, closeButton);
    stay.setOnFinished(_ -> leave());
    setOnMouseEntered(_ -> stay.stop());
    setOnMouseExited(_ -> startStaying());
  }

  /** Puts a way back below the words; taking it closes the message. */
  void offer(String word, Runnable action) {
    Hyperlink link = new Hyperlink(word);
    link.setOnAction(
        _ -> {
          action.run();
          leave();
        });
    words.getChildren().add(link);
  }

  /** Comes in, and goes after a while unless it is an error or the mouse rests on it. */
  void arrive() {
    if (!Motion.reduced(this)) {
      fade(0, 1).play();
    }
    startStaying();
  }

  private void startStaying() {
    if (kind != Kind.ERROR) {
      stay.playFromStart();
    }
  }

  private void leave() {
    stay.stop();
    if (Motion.reduced(this)) {
      close.accept(this);
    } else {
      FadeTransition out = fade(1, 0);
      out.setOnFinished(_ -> close.accept(this));
      out.play();
    }
  }

  private FadeTransition fade(double from, double to) {
    FadeTransition fade = new FadeTransition(Motion.FAST, this);
    fade.setFromValue(from);
    fade.setToValue(to);
    fade.setInterpolator(Interpolator.EASE_OUT);
    return fade;
  }

  private static List<Node> detailLines(String details) {
    Label text = new Label(details);
    text.getStyleClass().add("tk-toast-details");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setVisible(false);
    text.setManaged(false);
    Hyperlink show = new Hyperlink(TEXTS.get("toast.details"));
    show.setOnAction(
        _ -> {
          text.setVisible(!text.isVisible());
          text.setManaged(text.isVisible());
        });
    Hyperlink copy = new Hyperlink(TEXTS.get("toast.copy"));
    copy.setOnAction(
        _ -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(details);
          Clipboard.getSystemClipboard().setContent(content);
          copy.setText(TEXTS.get("toast.copied"));
        });
    return List.of(text, new HBox(12, show, copy));
  }
}
