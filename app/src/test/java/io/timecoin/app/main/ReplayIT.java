package io.timecoin.app.main;

import static io.timecoin.app.main.AppDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.ThemeMode;
import java.nio.file.Path;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened, looked at again: one payment slowly, one output as a time line. */
class ReplayIT {

  @TempDir Path data;

  private AppDriver app;

  @BeforeEach
  void pay() throws Exception {
    app = AppDriver.open(data);
    app.press("#choose-demo");
    until(() -> app.says("#balance-total", "1,000.00"));
    app.press("#rail-send").press("#send");
    until(() -> app.enabled("#slow-motion"));
  }

  @AfterEach
  void close() throws Exception {
    app.close();
  }

  @Test
  void paymentIsPlayedAgainEventByEventAndByItself() {
    app.press("#slow-motion"); // nothing moves by itself in these windows
    until(() -> app.reads("Replay of recorded events, 200 times slower"));
    assertThat(position()).isZero();
    app.press("#replay-next");
    until(() -> position() > 0);
    app.picture("replay-first-event");
    double first = position();
    app.robot.type(KeyCode.RIGHT);
    until(() -> position() > first);
    app.press("#replay-previous");
    until(() -> position() == first);
    app.press("#replay-end");
    until(() -> !app.present("#replay"));
    assertThat(app.reads("Final")).isTrue();

    app.robot.interact(() -> app.theme().calmProperty().set(false));
    app.press("#slow-motion");
    until(() -> position() > 0);
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.DARK));
    app.picture("replay-playing-dark");
    until(() -> position() == slider().getMax());
    app.picture("replay-end-dark");
  }

  @Test
  void outputShowsHowItCameToBeSpent() {
    app.press("#rail-utxos").press("#group-SPENT");
    until(() -> app.rows("#utxos") == 1);
    app.robot.interact(
        () -> {
          TableView<?> table = (TableView<?>) app.window().scene().lookup("#utxos");
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    app.robot.type(KeyCode.ENTER);
    until(() -> app.present("#coin") && app.texts("#coin").contains("Confirmed"));
    app.picture("utxo-history");
    assertThat(app.texts("#coin"))
        .containsSubsequence("Unspent", "Locked", "Spent pending", "Spent finalized", "Confirmed");
    app.robot.interact(() -> app.theme().modeProperty().set(ThemeMode.DARK));
    app.picture("utxo-history-dark");
  }

  private Slider slider() {
    return (Slider) app.window().scene().lookup("#replay-slider");
  }

  private double position() {
    return app.present("#replay-slider") ? slider().getValue() : -1;
  }
}
