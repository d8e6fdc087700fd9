package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.MessageCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How fast notifications leave and arrive, with every reader in the same process. Run by hand:
 * {@code GatewayMeasurement SUBSCRIBERS}. Times are from {@code send} to the reader having the
 * whole frame.
 */
final class GatewayMeasurement {
  private static final int THROUGHPUT_MESSAGES = 200_000;
  private static final int AHEAD_MAX = 500;
  private static final int LATENCY_ROUNDS = 1_000;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final GatewayFixture node;
  private final List<ClientId> ids = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();

  /** Reads frames on a thread of its own and notes when each came. */
  private static final class Reader {
    private final RawWallet wallet;
    private final AtomicLong received = new AtomicLong();
    private volatile long[] arrivals = new long[0];

    Reader(RawWallet wallet) {
      this.wallet = wallet;
    }

    void run() {
      try {
        while (wallet.read().opcode() == RawWallet.TEXT) {
          long now = System.nanoTime();
          long[] times = arrivals;
          int index = (int) received.get();
          if (index < times.length) {
            times[index] = now;
          }
          received.incrementAndGet();
        }
      } catch (IOException e) {
        return; // the measurement is over
      }
    }
  }

  private GatewayMeasurement(int subscribers) throws Exception {
    node = GatewayFixture.withDefaults();
    for (int i = 0; i < subscribers; i++) {
      RawWallet wallet = RawWallet.connect(node.gateway.port());
      wallet.text(new MessageCodec().encodeText(Messages.subscribe("s", 1, null)));
      ids.add(node.listener.received.take().client());
      Reader reader = new Reader(wallet);
      readers.add(reader);
      Thread.ofPlatform().daemon().start(reader::run);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int subscribers = Integer.parseInt(arguments[0]);
    GatewayMeasurement measurement = new GatewayMeasurement(subscribers);
    for (int run = 0; run < 3; run++) {
      measurement.throughput();
      measurement.latency();
    }
    System.out.println(measurement.node.gateway.counters().snapshot());
    measurement.node.close();
  }

  private void throughput() {
    int each = THROUGHPUT_MESSAGES / ids.size();
    readers.forEach(reader -> reader.received.set(0));
    long start = System.nanoTime();
    for (int seq = 1; seq <= each; seq++) {
      for (int i = 0; i < ids.size(); i++) {
        while (seq - readers.get(i).received.get() > AHEAD_MAX) {
          LockSupport.parkNanos(50_000);
        }
        node.gateway.send(ids.get(i), Messages.notification("s", seq));
      }
    }
    awaitAll(each);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d subscribers: %.0f notifications/s%n", ids.size(), (double) each * ids.size() / seconds);
  }

  private void latency() {
    for (Reader reader : readers) {
      reader.received.set(0);
      reader.arrivals = new long[LATENCY_ROUNDS];
    }
    long[] sent = new long[LATENCY_ROUNDS];
    long next = System.nanoTime();
    for (int round = 0; round < LATENCY_ROUNDS; round++) {
      next += ROUND_NANOS;
      LockSupport.parkNanos(next - System.nanoTime());
      sent[round] = System.nanoTime();
      for (ClientId id : ids) {
        node.gateway.send(id, Messages.notification("s", round));
      }
    }
    awaitAll(LATENCY_ROUNDS);
    long[] times =
        readers.stream()
            .flatMapToLong(
                reader ->
                    IntStream.range(0, LATENCY_ROUNDS).mapToLong(i -> reader.arrivals[i] - sent[i]))
            .sorted()
            .toArray();
    System.out.printf(
        "%d subscribers, every 5 ms: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, max %.3f ms%n",
        ids.size(), millis(times, 0.5), millis(times, 0.95), millis(times, 0.99), millis(times, 1));
  }

  private static double millis(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e6;
  }

  private void awaitAll(long each) {
    while (readers.stream().anyMatch(reader -> reader.received.get() < each)) {
      LockSupport.parkNanos(100_000);
    }
  }
}
