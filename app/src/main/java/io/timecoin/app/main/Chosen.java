package io.timecoin.app.main;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.ThemeMode;
import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.Preferences;
import io.timecoin.app.vm.settings.SettingsModel;
import java.util.Locale;

/** Lets the choices take effect, at the start and whenever one changes. FX thread. */
final class Chosen {

  private static final Locale SYSTEM = Locale.getDefault(Locale.Category.DISPLAY);

  private Chosen() {}

  /**
   * From now on.
   *
   * @param spoken called after another language was chosen
   */
  static void apply(SettingsModel settings, Theme theme, Runnable spoken) {
    begin(settings.now(), theme);
    settings
        .preferencesProperty()
        .addListener((_, before, now) -> change(before, now, theme, spoken));
    theme.modeProperty().addListener((_, _, mode) -> settings.change(now -> now.with(look(mode))));
    Discretion.onProperty().addListener((_, _, on) -> settings.change(now -> now.discreet(on)));
  }

  /** What was never chosen stays as the command line or the desktop has it. */
  private static void begin(Preferences kept, Theme theme) {
    if (kept.look() != Look.SYSTEM) {
      theme.modeProperty().set(mode(kept.look()));
    }
    if (kept.calm()) {
      theme.calmProperty().set(true);
    }
    Discretion.onProperty().set(kept.discreet());
    speak(kept.language());
  }

  private static void change(Preferences before, Preferences now, Theme theme, Runnable spoken) {
    if (before.look() != now.look()) {
      theme.modeProperty().set(mode(now.look()));
    }
    if (before.calm() != now.calm()) {
      theme.calmProperty().set(now.calm());
    }
    Discretion.onProperty().set(now.discreet());
    if (!before.language().equals(now.language())) {
      speak(now.language());
      spoken.run();
    }
  }

  private static void speak(String language) {
    Locale.setDefault(Locale.Category.DISPLAY, language.isEmpty() ? SYSTEM : Locale.of(language));
  }

  private static ThemeMode mode(Look look) {
    return ThemeMode.valueOf(look.name());
  }

  private static Look look(ThemeMode mode) {
    return Look.valueOf(mode.name());
  }
}
