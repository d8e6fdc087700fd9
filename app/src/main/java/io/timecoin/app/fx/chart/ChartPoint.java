package io.timecoin.app.fx.chart;

import java.time.Instant;

/** Up to three values of one moment; NaN where there is none. */
public record ChartPoint(Instant time, double first, double second, double third) {}
