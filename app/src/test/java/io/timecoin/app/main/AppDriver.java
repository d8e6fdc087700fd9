package io.timecoin.app.main;

import static org.awaitility.Awaitility.await;

import io.timecoin.app.fx.Png;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.ThemeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole app in a window, and somebody who uses it. */
final class AppDriver implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final FxRobot robot = new FxRobot();
  private final AppWindow window;
  private final Theme theme;
  private final Chooser files;

  private AppDriver(AppWindow window, Theme theme, Chooser files) {
    this.window = window;
    this.theme = theme;
    this.files = files;
  }

  /** Whoever is asked for files: the dialogues of a desktop are not there in tests. */
  private static final class Chooser implements FileTarget {
    private final Path folder;
    private Optional<Path> next = Optional.empty();

    Chooser(Path folder) {
      this.folder = folder;
    }

    @Override
    public Optional<Path> choose(String suggestedName) {
      return Optional.of(folder.resolve(suggestedName));
    }

    @Override
    public Optional<Path> pick() {
      return next;
    }
  }

  /** From now on this is the file that somebody chooses to be read. */
  AppDriver willPick(Path file) {
    robot.interact(() -> files.next = Optional.of(file));
    return this;
  }

  /** Opens it with that data folder; files that are asked for go there too. */
  static AppDriver open(Path data) throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    AppDriver[] made = new AppDriver[1];
    Chooser files = new Chooser(data);
    FxToolkit.setupFixture(
        () -> {
          Theme theme = new Theme();
          theme.install();
          theme.calmProperty().set(true);
          theme.modeProperty().set(ThemeMode.LIGHT);
          AppWindow window = new AppWindow(stage, theme, data, files);
          window.show();
          made[0] = new AppDriver(window, theme, files);
        });
    return made[0];
  }

  AppWindow window() {
    return window;
  }

  Theme theme() {
    return theme;
  }

  /** Waits until that is so on the FX thread. */
  static void until(BooleanSupplier condition) {
    await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
  }

  boolean present(String selector) {
    return window.scene().lookup(selector) != null;
  }

  /** In the window, or in a menu that opened over it. */
  boolean enabled(String selector) {
    return Window.getWindows().stream()
        .map(shown -> shown.getScene().lookup(selector))
        .anyMatch(node -> node != null && !node.isDisabled());
  }

  /** Presses it as soon as it is there and can be pressed. */
  AppDriver press(String selector) {
    until(() -> enabled(selector));
    robot.interact(() -> scrollTo(window.scene().lookup(selector)));
    robot.clickOn(selector);
    return this;
  }

  /** As somebody does with the wheel before they press what is further down. */
  private static void scrollTo(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane && node != null && !pane.getContent().equals(node)) {
        Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double room =
            pane.getContent().getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
        if (room > 0) {
          double top = inside.getCenterY() - pane.getViewportBounds().getHeight() / 2;
          pane.setVvalue(Math.clamp(top / room, 0, 1));
          pane.layout();
        }
        return;
      }
    }
  }

  /** Fills in a field as soon as it is there. */
  AppDriver fill(String selector, String text) {
    until(() -> window.scene().lookup(selector) instanceof TextInputControl);
    robot.interact(() -> ((TextInputControl) window.scene().lookup(selector)).setText(text));
    return this;
  }

  /** What a field holds, or nothing where there is no such field. */
  String text(String selector) {
    return window.scene().lookup(selector) instanceof TextInputControl field ? field.getText() : "";
  }

  boolean says(String selector, String text) {
    Node node = window.scene().lookup(selector);
    return node != null
        && node.lookupAll(".label").stream()
            .anyMatch(label -> label instanceof Label l && l.getText().contains(text));
  }

  List<String> texts(String selector) {
    return window.scene().lookup(selector).lookupAll(".label").stream()
        .filter(node -> node.isVisible() && node instanceof Label)
        .map(node -> ((Label) node).getText())
        .toList();
  }

  /** Whether that can be read anywhere. */
  boolean reads(String text) {
    return window.scene().getRoot().lookupAll(".label").stream()
        .anyMatch(
            node -> node.isVisible() && node instanceof Label l && l.getText().contains(text));
  }

  int rows(String selector) {
    return switch (window.scene().lookup(selector)) {
      case TableView<?> table -> table.getItems().size();
      case ListView<?> list -> list.getItems().size();
      case null, default -> 0;
    };
  }

  /** Where that picture is. */
  static Path pictureFile(String name) {
    return PICTURES.resolve(name + ".png");
  }

  /** Leaves a picture of the window. */
  void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    try {
      Image image = FxToolkit.setupFixture(() -> window.scene().snapshot(null));
      Png.write(image, pictureFile(name));
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread did not answer", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          window.close();
          theme.uninstall();
        });
    FxToolkit.cleanupStages();
  }
}
