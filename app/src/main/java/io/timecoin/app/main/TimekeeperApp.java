package io.timecoin.app.main;

import io.timecoin.app.fx.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window and what it is made of. */
public final class TimekeeperApp extends Application {

  /** JavaFX makes the application object itself, so what goes in and out has no other way. */
  private static final AtomicInteger EXIT_STATUS = new AtomicInteger();

  private static final AtomicReference<SingleInstance> INSTANCE = new AtomicReference<>();

  private @Nullable AppWindow window;

  /** Made by JavaFX. */
  public TimekeeperApp() {}

  /** Shows the window, and returns its exit status when it has been closed. */
  static int run(SingleInstance instance, List<String> arguments) {
    INSTANCE.set(instance);
    launch(TimekeeperApp.class, arguments.toArray(String[]::new));
    return EXIT_STATUS.get();
  }

  @Override
  public void start(Stage stage) throws Options.UsageException {
    Options options = Options.parse(getParameters().getRaw());
    Theme theme = new Theme();
    theme.install();
    AppWindow opened = new AppWindow(stage, theme, options.data(), new ChosenFile(stage));
    if (options.theme() != null) {
      theme.modeProperty().set(options.theme());
    }
    window = opened;
    opened.show();
    opened.openLink(options.link());
    SingleInstance instance = INSTANCE.get();
    if (instance != null) {
      instance.onOpen(opened::openLinkFromElsewhere);
    }
    Path pictures = options.screenshotDir();
    Options.Measure measure = options.measure();
    if (measure != null) {
      Measuring.start(measure, opened, opened.background(), TimekeeperApp::end);
    } else if (pictures != null) {
      theme.calmProperty().set(true);
      new Tour(opened, pictures).start(TimekeeperApp::end);
    } else if (options.demo()) {
      opened.startDemo();
    }
  }

  private static void end(int status) {
    EXIT_STATUS.set(status);
    Platform.exit();
  }

  @Override
  public void stop() {
    AppWindow open = window;
    if (open != null) {
      open.close();
    }
  }
}
