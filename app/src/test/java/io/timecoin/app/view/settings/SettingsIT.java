package io.timecoin.app.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.FxWindow;
import io.timecoin.app.fx.Png;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.settings.Facts;
import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.Notice;
import io.timecoin.app.vm.settings.Preferences;
import io.timecoin.app.vm.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class SettingsIT {

  private final FxRobot robot = new FxRobot();
  private final List<Preferences> kept = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private SettingsModel model;
  private FxWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        FxWindow.open(
            () -> {
              model = new SettingsModel(Preferences.STANDARD, kept::add);
              Facts facts =
                  new Facts(
                      "0.1.0",
                      List.of(
                          new Facts.Place(Facts.Kind.NETWORK, "devnet"),
                          new Facts.Place(Facts.Kind.GENESIS, "ab".repeat(32)),
                          new Facts.Place(Facts.Kind.NODE, "ws://127.0.0.1:24202"),
                          new Facts.Place(Facts.Kind.WALLETS, ""),
                          new Facts.Place(Facts.Kind.DATA_FOLDER, "/home/you/.local/timekeeper")));
              StackPane pane =
                  new StackPane(
                      new SettingsView(
                          model,
                          facts,
                          new SettingsView.Actions(
                              () -> tried.add("notice"),
                              () -> tried.add("log"),
                              () -> tried.add("diagnostics"))));
              pane.setStyle("-fx-padding: 24px;");
              pane.getStylesheets()
                  .add(
                      Objects.requireNonNull(Parts.class.getResource("views.css"))
                          .toExternalForm());
              return pane;
            });
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void everyChoiceIsKeptAtOnce() {
    robot.clickOn("#look-contrast");
    robot.clickOn("#setting-calm");
    robot.clickOn("#setting-discreet");
    assertThat(kept)
        .containsExactly(
            Preferences.STANDARD.with(Look.CONTRAST),
            Preferences.STANDARD.with(Look.CONTRAST).calm(true),
            Preferences.STANDARD.with(Look.CONTRAST).calm(true).discreet(true));
  }

  @Test
  void choosingTheSameAgainChangesNothing() {
    robot.clickOn("#look-system");
    assertThat(kept).isEmpty();
    assertThat(model.now().look()).isEqualTo(Look.SYSTEM);
  }

  @Test
  void keyboardReachesEveryChoice() {
    robot.interact(() -> robot.lookup("#setting-discreet").query().requestFocus());
    robot.type(javafx.scene.input.KeyCode.SPACE);
    assertThat(model.now().discreet()).isTrue();
  }

  @Test
  void whatIsChangedElsewhereIsShown() throws Exception {
    robot.interact(() -> model.change(now -> now.telling(Notice.NODE, false).lockAfter(60)));
    assertThat(
            robot
                .lookup("#setting-notice-NODE")
                .queryAs(javafx.scene.control.CheckBox.class)
                .isSelected())
        .isFalse();
    picture("settings");
  }

  private void picture(String name) throws TimeoutException, IOException {
    Png.write(
        FxToolkit.setupFixture(() -> window.scene().snapshot(null)),
        Path.of("target", "screenshots", name + ".png"));
  }
}
