package io.timecoin.node.p2p;

import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Liveness;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.protocol.NetworkMessage.Ping;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to happen when nothing happens: pings, ends of patience, dials. One timer thread. */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /** How late anything of this may be. */
  private static final long TICK_MS = 100;

  private final PeerContext context;
  private final Dialer dialer;
  private final long exchangeNanos;
  private volatile @Nullable ScheduledExecutorService timer;

  Upkeep(PeerContext context, Dialer dialer) {
    this.context = context;
    this.dialer = dialer;
    this.exchangeNanos = context.config().limits().times().exchange().toNanos();
  }

  void start(ScheduledExecutorService on) {
    timer = on;
    context.exchange().onLearnt(this::hurry);
    on.scheduleAtFixedRate(() -> guarded(this::tick), 0, TICK_MS, TimeUnit.MILLISECONDS);
    on.scheduleWithFixedDelay(
        () -> guarded(this::askAll), exchangeNanos, exchangeNanos, TimeUnit.NANOSECONDS);
  }

  /** Dials now what is due. */
  void hurry() {
    ScheduledExecutorService on = timer;
    if (on != null) {
      try {
        on.execute(() -> guarded(dialer::dialDue));
      } catch (RejectedExecutionException e) {
        LOG.debug("no more dials: this node stops");
      }
    }
  }

  /** A timer forgets a task that throws; a fault in one tick must not end all later ones. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("a fault in the upkeep of connections", e);
    }
  }

  private void tick() {
    long now = System.nanoTime();
    for (Connection connection : context.table().open()) {
      look(connection, now);
    }
    dialer.dialDue();
  }

  private void look(Connection connection, long now) {
    RemoteNode node = connection.node();
    Liveness liveness = connection.liveness();
    if (connection.isOverdue(now)) {
      connection.close(CloseReason.HANDSHAKE_TIMEOUT);
    } else if (node != null && context.faults().blocks(node.identity())) {
      connection.close(CloseReason.BLOCKED);
    } else if (node != null && liveness.isSilent(now)) {
      connection.close(CloseReason.SILENT);
    } else if (node != null) {
      liveness.pingDue(now).ifPresent(nonce -> context.send(connection, new Ping(nonce)));
    }
  }

  private void askAll() {
    for (Connection peer : context.table().registered()) {
      context.exchange().ask(context, peer);
    }
  }
}
