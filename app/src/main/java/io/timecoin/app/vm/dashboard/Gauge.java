package io.timecoin.app.vm.dashboard;

import java.util.List;

/**
 * What is measured all the time. The targets are the specification's ("Performance
 * Characteristics").
 */
public enum Gauge {
  FINALITY(Unit.MILLIS, 1_000, false, List.of("p50", "p95", "p99")),
  PAYMENTS(Unit.PER_SECOND, Double.NaN, false, List.of("rate")),
  LOCK(Unit.MILLIS, 100, true, List.of("p50", "p95", "p99")),
  NOTIFY(Unit.MILLIS, 50, true, List.of("p50", "p95", "p99")),
  QUERY(Unit.MILLIS, 10, true, List.of("p50", "p95", "p99")),
  TRAFFIC(Unit.BYTES_PER_SECOND, Double.NaN, true, List.of("in", "out")),
  MEMORY(Unit.BYTES, Double.NaN, true, List.of("used"));

  /** What its values count. */
  public enum Unit {
    MILLIS,
    PER_SECOND,
    BYTES_PER_SECOND,
    BYTES
  }

  private final Unit unit;
  private final double target;
  private final boolean operators;
  private final List<String> lines;

  Gauge(Unit unit, double target, boolean operators, List<String> lines) {
    this.unit = unit;
    this.target = target;
    this.operators = operators;
    this.lines = lines;
  }

  /** Of its values. */
  public Unit unit() {
    return unit;
  }

  /** What should not be exceeded, in its unit, or NaN. */
  public double target() {
    return target;
  }

  /** Whether only the operator of a node is told. */
  public boolean operators() {
    return operators;
  }

  /** Names of its lines, one to three. */
  public List<String> lines() {
    return lines;
  }
}
