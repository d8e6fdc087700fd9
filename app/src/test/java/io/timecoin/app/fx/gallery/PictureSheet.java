package io.timecoin.app.fx.gallery;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.chart.ChartLook;
import io.timecoin.app.fx.chart.ChartPoint;
import io.timecoin.app.fx.chart.Flow;
import io.timecoin.app.fx.chart.LineChart;
import io.timecoin.app.fx.chart.SpendDiagram;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.fx.state.UtxoTrack;
import io.timecoin.app.fx.state.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Tracks, the spend diagram and the latency chart. */
final class PictureSheet {

  private static final long TIME = 100_000_000;

  private PictureSheet() {}

  static Parent tracks() {
    Walk pending =
        Walk.START
            .reached(BadgeState.LOCKED, 0.8)
            .reached(BadgeState.SPENT_PENDING, 3.1)
            .counted(4, 7);
    Walk confirmed =
        pending.reached(BadgeState.SPENT_FINALIZED, 12.2).reached(BadgeState.CONFIRMED, 4210);
    VBox box = new VBox(16);
    for (Walk walk :
        List.of(
            Walk.START,
            pending,
            pending.reached(BadgeState.SPENT_FINALIZED, 12.2),
            confirmed,
            pending.reached(BadgeState.REJECTED, 9.4),
            Walk.START.reached(BadgeState.LOCKED, 0.8).reached(BadgeState.CONTESTED, 2))) {
      UtxoTrack track = new UtxoTrack();
      track.show(walk);
      box.getChildren().add(track);
    }
    return new Card(box);
  }

  static Parent spend() {
    SpendDiagram one = new SpendDiagram();
    one.show(
        new Flow(
            List.of(input("3f9a12c4…d0e1:0", 20 * TIME), input("3f9a12c4…d0e1:3", 8 * TIME)),
            List.of(
                new Flow.Part(Flow.Kind.RECIPIENT, "Bob", 25 * TIME),
                new Flow.Part(Flow.Kind.CHANGE, "", 3 * TIME - 1000),
                new Flow.Part(Flow.Kind.FEE, "", 1000))));
    List<Flow.Part> many = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      many.add(input("3f9a12c4…d0e1:" + i, (i + 1) * TIME));
    }
    SpendDiagram other = new SpendDiagram();
    other.show(
        new Flow(
            many,
            List.of(
                new Flow.Part(Flow.Kind.RECIPIENT, "TIME0mvKc…1Uv7n", 30 * TIME),
                new Flow.Part(Flow.Kind.RECIPIENT, "Alice", 14 * TIME),
                new Flow.Part(Flow.Kind.FEE, "", TIME))));
    return new VBox(24, Card.titled("What will happen", one), other);
  }

  private static Flow.Part input(String label, long units) {
    return new Flow.Part(Flow.Kind.INPUT, label, units);
  }

  static Parent latency() {
    LineChart chart = new LineChart(look(1_000));
    chart.pointsProperty().set(points(1));
    LineChart slow = new LineChart(look(60));
    slow.pointsProperty().set(points(3));
    LineChart empty = new LineChart(look(1_000));
    empty.setPrefHeight(140);
    return new VBox(
        16, Card.titled("Time to final", chart), Card.titled("Slower", slow), new Card(empty));
  }

  private static ChartLook look(double target) {
    return new ChartLook(
        List.of("p50", "p95", "p99"),
        Formats.standard()::millis,
        target,
        Duration.ofSeconds(10),
        "No payment has become final yet");
  }

  private static List<ChartPoint> points(double factor) {
    List<ChartPoint> points = new ArrayList<>();
    Instant start = Instant.parse("2026-11-23T12:00:00Z");
    for (int i = 0; i < 60; i++) {
      double wave = 1 + 0.25 * Math.sin(i / 5.0) + 0.12 * Math.sin(i * 1.7);
      points.add(
          new ChartPoint(
              start.plusSeconds(i * 5L),
              factor * 6 * wave,
              factor * 11 * wave + (i == 40 ? 6 : 0),
              factor * 15 * wave + (i == 40 ? 12 : Math.sin(i * 2.3))));
    }
    return points;
  }
}
