package io.timecoin.app.main;

import io.timecoin.app.fx.Theme;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window and what it is made of. */
public final class TimekeeperApp extends Application {

  /** JavaFX makes the application object itself, so its result has nowhere else to go. */
  private static final AtomicInteger EXIT_STATUS = new AtomicInteger();

  private @Nullable AppWindow window;

  /** Made by JavaFX. */
  public TimekeeperApp() {}

  static int exitStatus() {
    return EXIT_STATUS.get();
  }

  @Override
  public void start(Stage stage) throws Options.UsageException {
    Options options = Options.parse(getParameters().getRaw());
    Theme theme = new Theme();
    theme.install();
    theme.modeProperty().set(options.theme());
    Path asked = options.dataDir();
    Path data =
        asked != null
            ? asked
            : DataFolder.of(
                System.getProperty("os.name", ""),
                System.getProperty("user.home", "."),
                System.getenv());
    AppWindow opened = new AppWindow(stage, theme, data, new ChosenFile(stage));
    window = opened;
    opened.show();
    Path pictures = options.screenshotDir();
    if (pictures != null) {
      theme.calmProperty().set(true);
      new Tour(opened, pictures)
          .start(
              status -> {
                EXIT_STATUS.set(status);
                Platform.exit();
              });
    } else if (options.demo()) {
      opened.startDemo();
    }
  }

  @Override
  public void stop() {
    AppWindow open = window;
    if (open != null) {
      open.close();
    }
  }
}
