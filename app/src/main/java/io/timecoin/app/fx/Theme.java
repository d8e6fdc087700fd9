package io.timecoin.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Light or dark, moving or still, for every window of the app, switchable at run time.
 *
 * <p>One object per app, made and {@link #install() installed} on the FX thread before the first
 * stage is shown. From then on every window, dialogs and pop-ups included, gets {@code
 * timekeeper.css} and the colour scheme by itself. Whether motion is reduced is told to controls
 * through {@link Scene#getPreferences()}, see {@link Motion#reduced}.
 */
public final class Theme {

  private final ObjectProperty<ThemeMode> mode =
      new SimpleObjectProperty<>(this, "mode", ThemeMode.SYSTEM);
  private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final String styleSheet = styleSheet("timekeeper.css");
  private final String contrastSheet = styleSheet("contrast.css");
  private final ChangeListener<Object> refresh = (_, _, _) -> refresh();
  private final ChangeListener<@Nullable Scene> sceneChanged =
      (_, _, scene) -> {
        if (scene != null) {
          dress(scene);
        }
      };
  private final ListChangeListener<Window> windowsChanged = this::windowsChanged;

  /** Nothing happens before {@link #install()}. */
  public Theme() {}

  private static String styleSheet(String name) {
    URL url = Objects.requireNonNull(Theme.class.getResource(name), name);
    return url.toExternalForm();
  }

  /** Loads the fonts and dresses every window, those open now and those to come. */
  public void install() {
    Fonts.load();
    mode.addListener(refresh);
    calm.addListener(refresh);
    Platform.getPreferences().colorSchemeProperty().addListener(refresh);
    Platform.getPreferences().reducedMotionProperty().addListener(refresh);
    Window.getWindows().addListener(windowsChanged);
    Window.getWindows().forEach(this::adopt);
    refresh();
  }

  /** Lets go of all windows and of the desktop's preferences; what is dressed stays dressed. */
  public void uninstall() {
    mode.removeListener(refresh);
    calm.removeListener(refresh);
    Platform.getPreferences().colorSchemeProperty().removeListener(refresh);
    Platform.getPreferences().reducedMotionProperty().removeListener(refresh);
    Window.getWindows().removeListener(windowsChanged);
    Window.getWindows().forEach(window -> window.sceneProperty().removeListener(sceneChanged));
  }

  /** System, light, dark or high contrast; changing it repaints every window at once. */
  public ObjectProperty<ThemeMode> modeProperty() {
    return mode;
  }

  /** Asks for no motion even where the desktop would allow it. */
  public BooleanProperty calmProperty() {
    return calm;
  }

  /** What {@link #modeProperty()} comes to at the moment. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Switches to the opposite of what is shown now, and stays there whatever the desktop does. */
  public void toggle() {
    mode.set(dark.get() ? ThemeMode.LIGHT : ThemeMode.DARK);
  }

  /** Dresses a scene that is not shown in a window yet, for example to take a picture of it. */
  public void dress(Scene scene) {
    if (!scene.getStylesheets().contains(styleSheet)) {
      scene.getStylesheets().add(styleSheet);
    }
    boolean contrast = mode.get() == ThemeMode.CONTRAST;
    if (!contrast) {
      scene.getStylesheets().remove(contrastSheet);
    } else if (!scene.getStylesheets().contains(contrastSheet)) {
      scene.getStylesheets().add(contrastSheet);
    }
    scene.getPreferences().setColorScheme(dark.get() ? ColorScheme.DARK : ColorScheme.LIGHT);
    scene.getPreferences().setReducedMotion(reducedMotion());
  }

  private boolean reducedMotion() {
    return calm.get() || Platform.getPreferences().isReducedMotion();
  }

  private void refresh() {
    boolean nowDark =
        switch (mode.get()) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK, CONTRAST -> true;
        };
    dark.set(nowDark);
    Application.setUserAgentStylesheet(
        nowDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null) {
        dress(window.getScene());
      }
    }
  }

  private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::adopt);
      change.getRemoved().forEach(window -> window.sceneProperty().removeListener(sceneChanged));
    }
  }

  private void adopt(Window window) {
    window.sceneProperty().addListener(sceneChanged);
    if (window.getScene() != null) {
      dress(window.getScene());
    }
  }
}
