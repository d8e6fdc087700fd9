package io.timecoin.node.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.runtime.LoneMasternode;
import io.timecoin.node.samples.SmallNetwork;
import io.timecoin.node.tx.Transaction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is timed, and what is not. */
final class LatenciesTest {
  private final Meters meters = new Meters();
  private final Latencies latencies = new Latencies(meters);

  @Test
  void countersAndGaugesAreReadAfterTheGarbageWasCollected() {
    AtomicLong happened = new AtomicLong();
    meters.counter(Metric.QUEUE_REFUSED, () -> happened.get());
    meters.gauge(Metric.QUEUE_EVENTS, () -> happened.get());
    System.gc();
    happened.set(7);
    assertThat(meters.scrape())
        .contains("timekeeper_queue_refused_total 7.0")
        .contains("timekeeper_queue_events 7.0");
  }

  private long count(String metric) {
    return meters
        .scrape()
        .lines()
        .filter(line -> line.startsWith("timekeeper_" + metric + "_seconds_count "))
        .mapToLong(line -> Math.round(Double.parseDouble(line.split(" ")[1])))
        .findFirst()
        .orElseThrow();
  }

  private void durable(JournalRecord record) {
    latencies.durable(List.of(record), 1_000);
  }

  private static JournalRecord admitted(Transaction payment, boolean locked) {
    return new JournalRecord.Admitted(payment, locked, 0);
  }

  @Test
  void aPaymentThatWaitsIsTimedWhenItsCoinsAreLocked() {
    Transaction payment = LoneMasternode.payment(0);
    latencies.read(payment.txid());
    durable(admitted(payment, false));
    assertThat(count("lock")).isZero();
    durable(admitted(payment, true));
    assertThat(count("lock")).isEqualTo(1);
    assertThat(count("fsync")).isEqualTo(2);
  }

  @Test
  void recentPercentilesAreInMillisecondsAndOnlyOfWhatHappened() {
    for (int millis = 1; millis <= 100; millis++) {
      latencies.notified(millis * 1_000_000L);
    }
    assertThat(latencies.recent())
        .containsExactly(
            Map.entry("notify_p50_ms", 50.0),
            Map.entry("notify_p95_ms", 95.0),
            Map.entry("notify_p99_ms", 99.0));
  }

  @Test
  void aPaymentThatNobodyReadFromASocketIsNotTimed() {
    durable(admitted(LoneMasternode.payment(0), true));
    assertThat(count("lock")).isZero();
  }

  @Test
  void aRejectedPaymentIsForgotten() {
    Transaction payment = LoneMasternode.payment(0);
    latencies.read(payment.txid());
    durable(
        new JournalRecord.Rejected(
            payment.txid(), WaitingReason.Cause.CONFLICT, SmallNetwork.txid("other"), 0));
    durable(admitted(payment, true));
    assertThat(count("lock")).isZero();
  }

  @Test
  void pastTheBoundTheOldestIsForgotten() {
    Transaction oldest = LoneMasternode.payment(0);
    latencies.read(oldest.txid());
    for (int i = 0; i < Latencies.TIMED_MAX; i++) {
      latencies.read(SmallNetwork.txid("later " + i));
    }
    durable(admitted(oldest, true));
    assertThat(count("lock")).isZero();
  }

  @Test
  void aTurnWithoutRecordsIsNoWrite() {
    latencies.durable(List.of(), 1_000);
    assertThat(count("fsync")).isZero();
  }

  @Test
  void aMeterTakesTheLabelsOfItsMetricAndItsTypeAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> meters.gauge(Metric.READY, () -> 1, "one too many"));
    assertThatIllegalArgumentException().isThrownBy(() -> meters.gauge(Metric.FSYNC, () -> 1));
  }
}
