package io.timecoin.app.vm.logs;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.logs.LogRow.Weight;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The latest lines of the log, filtered; stands still while it is held. */
public final class LogsModel {

  /** Lines shown at most; the files have more. */
  public static final int ROWS_MAX = 5_000;

  private final LogPort port;
  private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
  private final FilteredList<LogRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<Weight> least =
      new SimpleObjectProperty<>(this, "least", Weight.INFO);
  private final BooleanProperty held = new SimpleBooleanProperty(this, "held");

  /** Of that log, from what is known of it by now. */
  public LogsModel(LogPort port) {
    this.port = port;
    filter.addListener((_, _, _) -> refilter());
    least.addListener((_, _, _) -> refilter());
    held.addListener((_, _, _) -> refresh());
    refilter();
    refresh();
  }

  /** Takes what was said since; does nothing while the log is held. */
  public void refresh() {
    if (held.get()) {
      return;
    }
    long last = rows.isEmpty() ? 0 : rows.getLast().number();
    List<LogRow> more = port.since(last);
    if (more.isEmpty()) {
      return;
    }
    rows.addAll(more);
    if (rows.size() > ROWS_MAX) {
      rows.remove(0, rows.size() - ROWS_MAX);
    }
  }

  private void refilter() {
    Weight weight = least.get();
    String text = filter.get().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(row -> row.weight().compareTo(weight) >= 0 && matches(row, text));
  }

  private static boolean matches(LogRow row, String text) {
    return text.isEmpty()
        || row.source().toLowerCase(Locale.ROOT).contains(text)
        || row.text().toLowerCase(Locale.ROOT).contains(text);
  }

  /** Asks where to, and writes what the filters let through. */
  public void export(Consumer<Exported> done) {
    port.export(List.copyOf(shown), done);
  }

  /** Where the files are. */
  public String folder() {
    return port.folder();
  }

  /** What the filters let through, oldest first. */
  public ObservableList<LogRow> rows() {
    return shown;
  }

  /** Part of a line or of its source; empty for every line. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The least weight that is shown. */
  public ObjectProperty<Weight> leastProperty() {
    return least;
  }

  /** Whether the log stands still for somebody who reads it. */
  public BooleanProperty heldProperty() {
    return held;
  }
}
