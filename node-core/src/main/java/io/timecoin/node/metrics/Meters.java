package io.timecoin.node.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node's meters. Safe on any thread. */
public final class Meters implements AutoCloseable {
  /** Around what is promised: finality in milliseconds, in less than a second at worst. */
  private static final Duration[] BUCKETS =
      Stream.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000)
          .map(micros -> Duration.ofNanos(micros * 1_000L))
          .toArray(Duration[]::new);

  private static final Duration[] SLOW_BUCKETS =
      Stream.of(500, 1_000, 2_500, 5_000, 10_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Micrometer holds what a counter reads only weakly: without this it would stand still soon. */
  private final List<LongSupplier> counts = new CopyOnWriteArrayList<>();

  /** Reads a value that may rise and fall, whenever somebody asks. */
  public void gauge(Metric metric, DoubleSupplier value, String... labels) {
    require(metric, Metric.Type.GAUGE);
    Gauge.builder(metric.meter(), value::getAsDouble)
        .baseUnit(unit(metric))
        .description(metric.meaning())
        .tags(tags(metric, labels))
        .register(registry);
  }

  /** Reads a count that only rises. */
  public void counter(Metric metric, LongSupplier count, String... labels) {
    require(metric, Metric.Type.COUNTER);
    counts.add(count);
    FunctionCounter.builder(metric.meter(), count, LongSupplier::getAsLong)
        .baseUnit(unit(metric))
        .description(metric.meaning())
        .tags(tags(metric, labels))
        .register(registry);
  }

  /** Something that takes time. */
  public Timer timer(Metric metric, String... labels) {
    require(metric, Metric.Type.HISTOGRAM);
    return Timer.builder(metric.meter())
        .description(metric.meaning())
        .tags(tags(metric, labels))
        .serviceLevelObjectives(
            Stream.of(BUCKETS, SLOW_BUCKETS).flatMap(Stream::of).toArray(Duration[]::new))
        .register(registry);
  }

  private static void require(Metric metric, Metric.Type type) {
    if (metric.type() != type) {
      throw new IllegalArgumentException(metric + " is no " + type);
    }
  }

  private static @Nullable String unit(Metric metric) {
    return metric.unit() == Metric.Unit.NONE ? null : metric.unit().name().toLowerCase(Locale.ROOT);
  }

  /** Values for the metric's labels, in their order. */
  private static Tags tags(Metric metric, String... values) {
    if (values.length != metric.labels().size()) {
      throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
    }
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(metric.labels().get(i), values[i]);
    }
    return tags;
  }

  /** All of them in Prometheus's text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
