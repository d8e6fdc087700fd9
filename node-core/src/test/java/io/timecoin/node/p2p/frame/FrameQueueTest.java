package io.timecoin.node.p2p.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.p2p.frame.FrameQueue.Offer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
  private static Frame frame(int value) {
    return Frame.of(new byte[] {(byte) value});
  }

  private static final int SIZE = frame(0).size();

  @Test
  void refusesOneFrameTooManyAndKeepsTheOthers() throws Exception {
    FrameQueue queue = new FrameQueue(2, 1000);
    assertThat(queue.offer(frame(1))).isEqualTo(Offer.QUEUED);
    assertThat(queue.offer(frame(2))).isEqualTo(Offer.QUEUED);
    assertThat(queue.offer(frame(3))).isEqualTo(Offer.FULL);
    assertThat(written(queue)).containsExactly(1, 2);
  }

  @Test
  void refusesOneByteTooMany() {
    FrameQueue queue = new FrameQueue(100, 2L * SIZE - 1);
    assertThat(queue.offer(frame(1))).isEqualTo(Offer.QUEUED);
    assertThat(queue.offer(frame(2))).isEqualTo(Offer.FULL);
    queue.bound(100, 2L * SIZE);
    assertThat(queue.offer(frame(2))).isEqualTo(Offer.QUEUED);
  }

  @Test
  void whatIsQueuedAtTheFinishIsWrittenAndNothingAfterIt() throws Exception {
    FrameQueue queue = new FrameQueue(10, 1000);
    queue.offer(frame(1));
    queue.finish();
    assertThat(queue.offer(frame(2))).isEqualTo(Offer.CLOSED);
    assertThat(written(queue)).containsExactly(1);
  }

  @Test
  void abortDropsWhatIsQueued() throws Exception {
    FrameQueue queue = new FrameQueue(10, 1000);
    queue.offer(frame(1));
    queue.abort();
    assertThat(written(queue)).isEmpty();
  }

  @Test
  void flushesOnlyWhenNothingMoreWaits() throws Exception {
    FrameQueue queue = new FrameQueue(10, 1000);
    AtomicInteger flushes = new AtomicInteger();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushes.incrementAndGet();
          }
        };
    queue.offer(frame(1));
    queue.offer(frame(2));
    queue.offer(frame(3));
    Thread writer = writing(queue, out);
    await().until(() -> flushes.get() == 1);
    queue.offer(frame(4));
    await().until(() -> flushes.get() == 2);
    queue.finish();
    writer.join();
  }

  @Test
  void aFrameBeingWrittenStillCounts() throws Exception {
    FrameQueue queue = new FrameQueue(10, SIZE);
    CountDownLatch inWrite = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new AssertionError("frames are written whole");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            inWrite.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    queue.offer(frame(1));
    Thread writer = writing(queue, out);
    inWrite.await();
    assertThat(queue.size()).isZero();
    assertThat(queue.offer(frame(2))).isEqualTo(Offer.FULL);
    goOn.countDown();
    await().until(() -> queue.offer(frame(2)) == Offer.QUEUED);
    queue.finish();
    writer.join();
  }

  private static Thread writing(FrameQueue queue, OutputStream out) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                queue.writeTo(out, size -> {});
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static List<Integer> written(FrameQueue queue) throws Exception {
    queue.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    queue.writeTo(out, size -> assertThat(size).isEqualTo(SIZE));
    List<Integer> values = new ArrayList<>();
    byte[] bytes = out.toByteArray();
    for (int at = SIZE - 1; at < bytes.length; at += SIZE) {
      values.add((int) bytes[at]);
    }
    return values;
  }
}
