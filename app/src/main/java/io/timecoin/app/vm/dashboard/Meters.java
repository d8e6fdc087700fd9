package io.timecoin.app.vm.dashboard;

import io.timecoin.app.state.NetworkState;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads every gauge from what the node says; rates are taken between two answers. */
final class Meters {

  private static final long MICROS_PER_MILLI = 1_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private NetworkState.@Nullable Sample sample;
  private Map<String, String> figures = Map.of();
  private long figuresAt;

  /** What is new since the last time. */
  @SuppressWarnings("ReferenceEquality") // the same answer
  Map<Gauge, Reading> read(NetworkState network, long nowMicros) {
    Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    NetworkState.Sample newest = network.history().isEmpty() ? null : network.history().getLast();
    if (newest != null && newest != sample) {
      report(newest, readings);
      sample = newest;
    }
    Map<String, String> told = network.operator().figures();
    if (told != figures && !told.isEmpty()) {
      figures(told, nowMicros / MICROS_PER_MILLI, readings);
    }
    return readings;
  }

  private void report(NetworkState.Sample newest, Map<Gauge, Reading> readings) {
    long at = newest.at() / MICROS_PER_MILLI;
    readings.put(
        Gauge.FINALITY,
        new Reading(at, value(newest.p50()), value(newest.p95()), value(newest.p99())));
    NetworkState.Sample before = sample;
    if (before != null && newest.finalized() >= before.finalized()) {
      double seconds = (at - before.at() / MICROS_PER_MILLI) / MILLIS_PER_SECOND;
      if (seconds > 0) {
        readings.put(
            Gauge.PAYMENTS, Reading.of(at, (newest.finalized() - before.finalized()) / seconds));
      }
    }
  }

  private void figures(Map<String, String> told, long at, Map<Gauge, Reading> readings) {
    readings.put(Gauge.LOCK, percentiles(told, "lock", at));
    readings.put(Gauge.NOTIFY, percentiles(told, "notify", at));
    readings.put(Gauge.QUERY, percentiles(told, "query", at));
    readings.put(Gauge.MEMORY, Reading.of(at, number(told, "memory_used_bytes")));
    double seconds = (at - figuresAt) / MILLIS_PER_SECOND;
    if (!figures.isEmpty() && seconds > 0) {
      readings.put(
          Gauge.TRAFFIC,
          new Reading(
              at,
              rise(told, "p2p_in_bytes", seconds),
              rise(told, "p2p_out_bytes", seconds),
              Double.NaN));
    }
    figures = told;
    figuresAt = at;
  }

  private static Reading percentiles(Map<String, String> told, String name, long at) {
    return new Reading(
        at,
        number(told, name + "_p50_ms"),
        number(told, name + "_p95_ms"),
        number(told, name + "_p99_ms"));
  }

  /** A counter that fell was started again with its node. */
  private double rise(Map<String, String> told, String name, double seconds) {
    double rise = number(told, name) - number(figures, name);
    return rise < 0 ? Double.NaN : rise / seconds;
  }

  private static double value(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static double number(Map<String, String> told, String name) {
    try {
      return Double.parseDouble(told.getOrDefault(name, "NaN"));
    } catch (NumberFormatException e) {
      return Double.NaN; // a node of another version: nothing is known
    }
  }
}
