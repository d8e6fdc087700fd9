package io.timecoin.app.fx.chart;

import java.time.Instant;

/**
 * How long payments took to become final around one moment.
 *
 * @param p50 half of them took at most so many milliseconds
 * @param p95 95 % of them
 * @param p99 99 % of them
 */
public record LatencyPoint(Instant time, double p50, double p95, double p99) {}
