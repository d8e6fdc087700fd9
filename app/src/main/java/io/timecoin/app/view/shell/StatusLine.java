package io.timecoin.app.view.shell;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.shell.Banner;
import io.timecoin.app.fx.shell.ConnectionState;
import io.timecoin.app.fx.shell.Shell;
import io.timecoin.app.fx.shell.StatusBar;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.vm.shell.StatusModel;
import io.timecoin.app.vm.shell.StatusModel.Freshness;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.feather.Feather;

/** Puts the model's words on the status bar. */
public final class StatusLine {

  private static final Texts TEXTS = Texts.of(StatusLine.class);
  private static final Formats FORMATS = Formats.standard();

  private StatusLine() {}

  /** Says on the shell that what it shows is the past, while it is. */
  public static void mark(Shell shell, StatusModel model) {
    Banner banner = new Banner(BadgeState.LOCKED, Feather.WIFI_OFF);
    banner.setId("stale");
    shell.addBanner(banner);
    model.freshnessProperty().subscribe(freshness -> shell.setStale(freshness == Freshness.STALE));
    banner
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> staleWords(model), model.freshnessProperty(), model.ageSecondsProperty()));
  }

  private static String staleWords(StatusModel model) {
    return model.freshnessProperty().get() == Freshness.STALE
        ? TEXTS.get("stale", FORMATS.age(Duration.ofSeconds(model.ageSecondsProperty().get())))
        : "";
  }

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
