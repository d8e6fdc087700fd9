package io.timecoin.app.view.dashboard;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.chart.ChartLook;
import io.timecoin.app.fx.chart.ChartPoint;
import io.timecoin.app.fx.chart.LineChart;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.dashboard.ChartsModel;
import io.timecoin.app.vm.dashboard.ChartsModel.Span;
import io.timecoin.app.vm.dashboard.Gauge;
import io.timecoin.app.vm.dashboard.Reading;
import io.timecoin.app.vm.dashboard.WatchCsv;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every gauge with its latest value; the chosen one is drawn over time. */
final class ChartCard extends Card {

  private static final Texts TEXTS = Texts.of(ChartCard.class);
  private static final Formats FORMATS = Formats.standard();
  private static final double CHART_HEIGHT = 150;
  private static final Duration SECONDS_GAP = Duration.ofSeconds(5);
  private static final Duration MINUTES_GAP = Duration.ofMinutes(3);

  private final ChartsModel model;
  private final LineChart chart;
  private final Map<Gauge, Label> values = new EnumMap<>(Gauge.class);

  ChartCard(ChartsModel model, BiConsumer<String, String> export) {
    this.model = model;
    this.chart = new LineChart(look());
    chart.setId("chart");
    chart.setPrefHeight(CHART_HEIGHT);
    head(TEXTS.get("chart"));
    actions(
        Parts.pills(model.spanProperty(), List.of(Span.values()), ChartCard::span),
        ExportButton.of("chart", () -> export(export)));
    getChildren().addAll(gauges(), chart);
    model.latestProperty().subscribe(this::showLatest);
    model.readingsProperty().subscribe(this::showReadings);
    model.chosenProperty().subscribe(() -> chart.lookProperty().set(look()));
    model.spanProperty().subscribe(() -> chart.lookProperty().set(look()));
  }

  private HBox gauges() {
    HBox gauges = new HBox(4);
    gauges.setId("gauges");
    gauges
        .getChildren()
        .addAll(Parts.oneOf(model.chosenProperty(), List.of(Gauge.values()), this::gauge));
    return gauges;
  }

  private ToggleButton gauge(Gauge gauge) {
    Label name = Parts.text(TEXTS.get("gauge." + gauge), "tk-small", "tk-muted");
    Label value = Parts.text("–", "tk-strong");
    values.put(gauge, value);
    ToggleButton button = new ToggleButton("", new VBox(2, name, value));
    button.setId("gauge-" + gauge.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add("tk-gauge");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setTooltip(new Tooltip(TEXTS.get("gauge." + gauge + ".what")));
    button
        .accessibleTextProperty()
        .bind(value.textProperty().map(text -> TEXTS.get("gauge." + gauge) + " " + text));
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private static ToggleButton span(Span span) {
    ToggleButton button = new ToggleButton(TEXTS.get("span." + span));
    button.setId("span-" + span.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(TEXTS.get("span." + span + ".what")));
    return button;
  }

  private void export(BiConsumer<String, String> export) {
    Gauge gauge = model.chosenProperty().get();
    export.accept(
        gauge.name().toLowerCase(Locale.ROOT) + ".csv",
        WatchCsv.readings(gauge, model.readingsProperty().get()));
  }

  private ChartLook look() {
    return look(model.chosenProperty().get());
  }

  private ChartLook look(Gauge gauge) {
    boolean minutes = model.spanProperty().get() == Span.MINUTES;
    return new ChartLook(
        gauge.lines().stream().map(line -> TEXTS.get("line." + line)).toList(),
        writing(gauge.unit()),
        gauge.target(),
        minutes ? SECONDS_GAP : MINUTES_GAP,
        TEXTS.get(gauge.operators() ? "none.operator" : "none"));
  }

  private static DoubleFunction<String> writing(Gauge.Unit unit) {
    return switch (unit) {
      case MILLIS -> FORMATS::millis;
      case PER_SECOND -> value -> TEXTS.get("per.second", value);
      case BYTES -> value -> FORMATS.bytes(Math.round(value));
      case BYTES_PER_SECOND -> value -> FORMATS.bytes(Math.round(value)) + "/s";
    };
  }

  private void showLatest(Map<Gauge, Reading> latest) {
    values.forEach(
        (gauge, label) -> {
          Reading reading = latest.get(gauge);
          label.setText(look(gauge).write(reading == null ? Double.NaN : reading.first()));
        });
  }

  private void showReadings(List<Reading> readings) {
    chart
        .pointsProperty()
        .set(
            readings.stream()
                .map(
                    reading ->
                        new ChartPoint(
                            Instant.ofEpochMilli(reading.atMillis()),
                            reading.first(),
                            reading.second(),
                            reading.third()))
                .toList());
  }
}
