package io.timecoin.app.vm.dashboard;

import io.timecoin.app.state.FeedEntry;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.StateKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The latest transitions, newest first; can be held and filtered. */
public final class FeedModel implements Screen {

  private static final long MICROS_PER_MILLI = 1_000;

  private final ObservableList<FeedView> rows = FXCollections.observableArrayList();
  private final FilteredList<FeedView> shown = new FilteredList<>(rows);
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<@Nullable StateKind> reached =
      new SimpleObjectProperty<>(this, "reached");
  private List<FeedEntry> entries = List.of();

  /** Nothing yet. */
  public FeedModel() {
    filter.addListener((_, _, _) -> refilter());
    reached.addListener((_, _, _) -> refilter());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same list: nothing changed
  public void show(SessionState state, long now) {
    if (!paused.get() && entries != state.wallet().feed()) {
      take(state.wallet().feed());
    }
  }

  /** Only what is new is added, at the top. */
  private void take(List<FeedEntry> now) {
    long last = entries.isEmpty() ? 0 : entries.getLast().number();
    List<FeedView> added = new ArrayList<>();
    for (FeedEntry entry : now) {
      if (entry.number() > last) {
        added.add(view(entry));
      }
    }
    entries = now;
    rows.addAll(0, added.reversed());
    if (rows.size() > now.size()) {
      rows.remove(now.size(), rows.size());
    }
  }

  private static FeedView view(FeedEntry entry) {
    return new FeedView(
        entry.number(),
        entry.at() / MICROS_PER_MILLI,
        entry.outPoint().toString(),
        entry.units(),
        StateKind.of(entry.from()),
        StateKind.of(entry.to()),
        entry.votes());
  }

  private void refilter() {
    String text = filter.get().strip().toLowerCase(Locale.ROOT);
    StateKind kind = reached.get();
    shown.setPredicate(row -> (kind == null || row.to() == kind) && row.outPoint().contains(text));
  }

  /** What the filters let through, newest first. */
  public ObservableList<FeedView> rows() {
    return shown;
  }

  /** Holds the feed still while somebody reads it. */
  public BooleanProperty pausedProperty() {
    return paused;
  }

  /** Part of an outpoint, or empty for all. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** Only transitions into that state, or null for all. */
  public ObjectProperty<@Nullable StateKind> reachedProperty() {
    return reached;
  }
}
