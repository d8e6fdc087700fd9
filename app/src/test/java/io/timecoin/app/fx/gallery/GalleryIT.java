package io.timecoin.app.fx.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.fx.Png;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.ThemeMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** Takes the pictures; a style sheet that does not parse or resolve fails them. */
class GalleryIT {

  private static final Path FOLDER = Path.of("target", "screenshots");

  private final List<String> cssErrors = new ArrayList<>();
  private final ListChangeListener<CssParser.ParseError> errorListener =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(error -> cssErrors.add(error.getMessage()));
        }
      };
  private Theme theme;

  @BeforeEach
  void dressTheToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          CssParser.errorsProperty().addListener(errorListener);
          theme = new Theme();
          theme.install();
          theme.calmProperty().set(true);
        });
  }

  @AfterEach
  void undress() throws TimeoutException {
    FxToolkit.setupFixture(
        () -> {
          theme.uninstall();
          CssParser.errorsProperty().removeListener(errorListener);
        });
    FxToolkit.cleanupStages();
  }

  static Stream<Arguments> pictures() {
    return Gallery.sheets().keySet().stream()
        .flatMap(
            name ->
                Stream.of(ThemeMode.LIGHT, ThemeMode.DARK).map(mode -> Arguments.of(name, mode)));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void pictureIsTakenWithoutStyleErrors(String name, ThemeMode mode) throws Exception {
    Image picture = FxToolkit.setupFixture(() -> take(name, mode));
    Png.write(picture, FOLDER.resolve(name + "-" + mode.name().toLowerCase(Locale.ROOT) + ".png"));
    assertThat(colours(picture)).as("different colours on the picture").isGreaterThan(8);
    assertThat(cssErrors).isEmpty();
  }

  private Image take(String name, ThemeMode mode) {
    theme.modeProperty().set(mode);
    Parent sheet = Gallery.sheets().get(name).get();
    StackPane root = new StackPane(sheet);
    root.setPadding(new Insets(Gallery.padding(name)));
    Stage stage = new Stage();
    Scene scene = new Scene(root, 960, 680);
    stage.setScene(scene);
    stage.show();
    root.applyCss();
    root.layout();
    Image picture = scene.snapshot(null);
    stage.hide();
    return picture;
  }

  private static long colours(Image image) {
    var reader = image.getPixelReader();
    return Stream.iterate(0, y -> y < (int) image.getHeight(), y -> y + 2)
        .flatMap(
            y ->
                Stream.iterate(0, x -> x < (int) image.getWidth(), x -> x + 2)
                    .map(x -> reader.getArgb(x, y)))
        .distinct()
        .count();
  }
}
