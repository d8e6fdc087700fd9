package io.timecoin.app.view.shell;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.shell.ConnectionState;
import io.timecoin.app.fx.shell.StatusBar;
import io.timecoin.app.vm.shell.StatusModel;
import io.timecoin.app.vm.shell.StatusModel.Freshness;
import java.time.Duration;
import javafx.beans.binding.Bindings;

/** Puts the model's words on the status bar. */
public final class StatusLine {

  private static final Texts TEXTS = Texts.of(StatusLine.class);
  private static final Formats FORMATS = Formats.standard();

  private StatusLine() {}

  /** Follows the model as long as the bar lives. */
  public static void bind(StatusBar bar, StatusModel model) {
    bar.connectionProperty()
        .bind(
            model.freshnessProperty().map(freshness -> ConnectionState.valueOf(freshness.name())));
    bar.networkProperty().bind(model.networkProperty());
    bar.heightTextProperty()
        .bind(
            model
                .heightProperty()
                .map(
                    height ->
                        height.longValue() < 0
                            ? ""
                            : TEXTS.get("height", FORMATS.count(height.longValue()))));
    bar.ageProperty()
        .bind(
            Bindings.createStringBinding(
                () -> age(model),
                model.freshnessProperty(),
                model.ageSecondsProperty(),
                model.reasonProperty()));
  }

  private static String age(StatusModel model) {
    Freshness freshness = model.freshnessProperty().get();
    String reason = model.reasonProperty().get();
    String why = reason.isEmpty() ? "" : " · " + reason;
    String age = FORMATS.age(Duration.ofSeconds(model.ageSecondsProperty().get()));
    return switch (freshness) {
      case LIVE -> reason.isEmpty() ? TEXTS.get("age.live") : reason;
      case CONNECTING -> "";
      case STALE -> TEXTS.get("age.stale", age) + why;
      case OFFLINE -> reason;
    };
  }
}
