package io.timecoin.app.vm.dashboard;

import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Screen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** All gauges, what they say now, and one of them over time. Remembers a day while it runs. */
public final class ChartsModel implements Screen {

  /** How much of the past is drawn. */
  public enum Span {
    MINUTES,
    DAY
  }

  private final Meters meters = new Meters();
  private final Map<Gauge, DayLog> logs = new EnumMap<>(Gauge.class);
  private final ObjectProperty<Gauge> chosen =
      new SimpleObjectProperty<>(this, "chosen", Gauge.FINALITY);
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(this, "span", Span.MINUTES);
  private final ReadOnlyObjectWrapper<List<Reading>> readings =
      new ReadOnlyObjectWrapper<>(this, "readings", List.of());
  private final ReadOnlyObjectWrapper<Map<Gauge, Reading>> latest =
      new ReadOnlyObjectWrapper<>(this, "latest", Map.of());

  /** Nothing measured yet; time to final is chosen. */
  public ChartsModel() {
    chosen.addListener((_, _, _) -> draw());
    span.addListener((_, _, _) -> draw());
  }

  @Override
  public void show(SessionState state, long now) {
    Map<Gauge, Reading> read = meters.read(state.network(), now);
    if (read.isEmpty()) {
      return;
    }
    read.forEach((gauge, reading) -> log(gauge).add(reading));
    latest.set(newest());
    if (read.containsKey(chosen.get())) {
      draw();
    }
  }

  private DayLog log(Gauge gauge) {
    return logs.computeIfAbsent(gauge, _ -> new DayLog());
  }

  private Map<Gauge, Reading> newest() {
    Map<Gauge, Reading> newest = new EnumMap<>(Gauge.class);
    logs.forEach(
        (gauge, log) -> {
          @Nullable Reading last = log.last();
          if (last != null) {
            newest.put(gauge, last);
          }
        });
    return Map.copyOf(newest);
  }

  private void draw() {
    DayLog log = log(chosen.get());
    readings.set(span.get() == Span.MINUTES ? log.fine() : log.day());
  }

  /** The gauge that is drawn. */
  public ObjectProperty<Gauge> chosenProperty() {
    return chosen;
  }

  /** How far back it is drawn. */
  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /** The chosen gauge over that span, oldest first. */
  public ReadOnlyObjectProperty<List<Reading>> readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /** What each gauge said last; one that never said anything is missing. */
  public ReadOnlyObjectProperty<Map<Gauge, Reading>> latestProperty() {
    return latest.getReadOnlyProperty();
  }
}
