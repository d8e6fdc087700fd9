package io.timecoin.node.p2p.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** What went through one connection. Each number has one writing thread and any readers. */
final class Traffic {
  private final AtomicLong bytesIn = new AtomicLong();
  private final AtomicLong bytesOut = new AtomicLong();
  private final AtomicLong messagesIn = new AtomicLong();
  private final AtomicLong messagesOut = new AtomicLong();
  private final TrafficTotals totals;

  /** Counts into these as well. */
  Traffic(TrafficTotals totals) {
    this.totals = totals;
  }

  /** Counts what is read from the stream; told of the time of each read as well. */
  InputStream counting(InputStream in, LongConsumer heardAtNanos) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(got);
        return got;
      }

      private void count(int got) {
        if (got > 0) {
          bytesIn.addAndGet(got);
          totals.bytesIn.add(got);
          heardAtNanos.accept(System.nanoTime());
        }
      }
    };
  }

  void received() {
    messagesIn.incrementAndGet();
    totals.messagesIn.increment();
  }

  void sent(int bytes) {
    bytesOut.addAndGet(bytes);
    messagesOut.incrementAndGet();
    totals.bytesOut.add(bytes);
    totals.messagesOut.increment();
  }

  long bytesIn() {
    return bytesIn.get();
  }

  long bytesOut() {
    return bytesOut.get();
  }

  long messagesIn() {
    return messagesIn.get();
  }

  long messagesOut() {
    return messagesOut.get();
  }
}
