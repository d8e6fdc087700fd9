package io.timecoin.app.fx.shell;

import javafx.beans.value.ObservableValue;

/**
 * Something that goes on behind the screens, shown in the status bar until it is taken off it.
 *
 * @param title what is being done, a few words
 * @param progress 0…1, negative where it cannot be told; changes on the FX thread
 * @param cancel ends it; called on the FX thread, must not block
 */
public record BackgroundTask(String title, ObservableValue<Number> progress, Runnable cancel) {}
