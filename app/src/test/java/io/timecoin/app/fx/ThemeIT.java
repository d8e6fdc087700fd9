package io.timecoin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.draw.Ink;
import io.timecoin.app.fx.vote.VoteRing;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ThemeIT {

  private FxWindow window;
  private VoteRing ring;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        FxWindow.open(
            () -> {
              ring = new VoteRing(VoteRing.Size.FULL);
              return new StackPane(ring);
            });
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void togglingRepaintsWhatIsDrawnAtRunTime() throws TimeoutException {
    Color light = inkAfter(() -> {});
    Color dark = inkAfter(() -> window.theme().toggle());
    Color again = inkAfter(() -> window.theme().toggle());
    assertThat(light.getBrightness()).isLessThan(0.3);
    assertThat(dark.getBrightness()).isGreaterThan(0.8);
    assertThat(again).isEqualTo(light);
  }

  @Test
  void windowsOpenedLaterAreDressedToo() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          window.theme().modeProperty().set(ThemeMode.DARK);
          Stage other = new Stage();
          other.setScene(new Scene(new Pane(), 100, 100));
          other.show();
          assertThat(other.getScene().getPreferences().getColorScheme())
              .isEqualTo(ColorScheme.DARK);
          assertThat(other.getScene().getStylesheets()).hasSize(1);
          assertThat(Motion.reduced(other.getScene().getRoot())).isTrue();
          other.close();
        });
  }

  @Test
  void bundledFontsAreTheOnesInUse() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          assertThat(Font.font(Fonts.TEXT, 14).getFamily()).isEqualTo(Fonts.TEXT);
          assertThat(Font.font(Fonts.TEXT_MEDIUM, 14).getFamily()).isEqualTo(Fonts.TEXT_MEDIUM);
          assertThat(Font.font(Fonts.TEXT_SEMI_BOLD, 14).getFamily())
              .isEqualTo(Fonts.TEXT_SEMI_BOLD);
          assertThat(Font.font(Fonts.MONO, 14).getFamily()).isEqualTo(Fonts.MONO);
        });
  }

  private Color inkAfter(Runnable change) throws TimeoutException {
    return FxToolkit.setupFixture(
        () -> {
          change.run();
          window.scene().getRoot().applyCss();
          return ring.ink(Ink.FG);
        });
  }
}
