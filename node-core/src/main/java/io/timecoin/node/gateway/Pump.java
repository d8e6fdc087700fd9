package io.timecoin.node.gateway;

import io.timecoin.node.protocol.MessageCodec;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own thread: encodes what waits for clients, in turn, and looks after those that are
 * late. The engine's thread only hands messages over.
 */
final class Pump {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final long SWEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long RECHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long RECHECKED_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** A buffer that should be on its way. */
  private record Sent(Client client, long atNanos) {}

  private final MessageCodec codec;
  private final BlockingQueue<Client> ready;
  private final Map<ByteBuffer, Sent> sent = new IdentityHashMap<>();
  private long nextSweep;
  private long nextRecheck;

  /**
   * Not running yet.
   *
   * @param clientsMax each is queued at most once; twice the room is for those being replaced
   */
  Pump(MessageCodec codec, int clientsMax) {
    this.codec = codec;
    this.ready = new LinkedBlockingQueue<>(2 * clientsMax + 2);
  }

  /** Messages wait for that client. Never blocks. */
  void schedule(Client client) {
    if (!ready.offer(client)) {
      LOG.warn("no turn for client {}", client.id());
      client.outbox().missedTurn();
    }
  }

  /**
   * Runs until interrupted.
   *
   * @param sweep called every tenth of a second
   */
  void run(Runnable sweep) {
    long start = System.nanoTime();
    nextSweep = start;
    nextRecheck = start;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        turn(ready.poll(nanosToWait(), TimeUnit.NANOSECONDS), sweep);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("the gateway goes on after a defect", e);
      }
    }
  }

  private long nanosToWait() {
    long next = sent.isEmpty() ? nextSweep : Math.min(nextSweep, nextRecheck);
    return Math.max(0, next - System.nanoTime());
  }

  private void turn(@Nullable Client client, Runnable sweep) {
    if (client != null) {
      if (client.encodeSome(codec)) {
        schedule(client);
      }
      ByteBuffer buffer = client.outbox().inFlight();
      if (buffer != null) {
        sent.putIfAbsent(buffer, new Sent(client, System.nanoTime()));
      }
    }
    long now = System.nanoTime();
    if (now - nextRecheck >= 0) {
      recheck(now);
      nextRecheck = now + RECHECK_NANOS;
    }
    if (now - nextSweep >= 0) {
      sweep.run();
      nextSweep = now + SWEEP_NANOS;
    }
  }

  /**
   * The library may forget that there is something to write: its selector decides that a queue is
   * empty and then stops listening for a writable socket, and a buffer put there in between would
   * wait for the next one. So wake it again until the buffer is out; the sweep does so for those
   * that take longer.
   */
  private void recheck(long nowNanos) {
    sent.entrySet()
        .removeIf(
            entry -> {
              Client client = entry.getValue().client();
              if (!client.outbox().isInFlight(entry.getKey())) {
                return true;
              }
              client.demandWrite();
              return nowNanos - entry.getValue().atNanos() > RECHECKED_FOR_NANOS;
            });
  }
}
