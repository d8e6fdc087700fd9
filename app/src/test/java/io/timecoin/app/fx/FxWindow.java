package io.timecoin.app.fx;

import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/** A dressed window without motion, for tests that click and type. */
public final class FxWindow implements AutoCloseable {

  private final Theme theme;
  private final Stage stage;

  private FxWindow(Theme theme, Stage stage) {
    this.theme = theme;
    this.stage = stage;
  }

  /** Opens a window of 960×680 with what is made on the FX thread. */
  public static FxWindow open(Supplier<? extends Parent> content) throws TimeoutException {
    return open(_ -> content.get());
  }

  /** Opens a window of 960×680 with what is made, on the FX thread, for its theme. */
  public static FxWindow open(Function<Theme, ? extends Parent> content) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxWindow[] made = new FxWindow[1];
    FxToolkit.setupFixture(
        () -> {
          Theme theme = new Theme();
          theme.install();
          theme.calmProperty().set(true);
          theme.modeProperty().set(ThemeMode.LIGHT);
          Stage stage = new Stage();
          stage.setScene(new Scene(content.apply(theme), 960, 680));
          stage.show();
          stage.requestFocus();
          made[0] = new FxWindow(theme, stage);
        });
    return made[0];
  }

  /** The theme it is dressed with. */
  public Theme theme() {
    return theme;
  }

  /** Its scene, for the FX thread. */
  public Scene scene() {
    return stage.getScene();
  }

  @Override
  public void close() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          stage.close();
          theme.uninstall();
        });
    FxToolkit.cleanupStages();
  }
}
