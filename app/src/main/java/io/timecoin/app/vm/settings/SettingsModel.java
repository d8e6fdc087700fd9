package io.timecoin.app.vm.settings;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The choices as they are now; every change is kept at once and can be taken back by choosing
 * again.
 */
public final class SettingsModel {

  private final ReadOnlyObjectWrapper<Preferences> preferences;
  private final Kept kept;

  /** Where choices are kept. */
  @FunctionalInterface
  public interface Kept {
    /** Keeps them; returns at once. */
    void keep(Preferences chosen);
  }

  /** Starts with what was kept. */
  public SettingsModel(Preferences start, Kept kept) {
    this.preferences = new ReadOnlyObjectWrapper<>(this, "preferences", start);
    this.kept = kept;
  }

  /** Changes what was chosen; the same choice again does nothing. */
  public void change(UnaryOperator<Preferences> change) {
    Preferences before = preferences.get();
    Preferences now = change.apply(before);
    if (!now.equals(before)) {
      preferences.set(now);
      kept.keep(now);
    }
  }

  /** What is chosen now. */
  public Preferences now() {
    return preferences.get();
  }

  /** What is chosen now. */
  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }
}
