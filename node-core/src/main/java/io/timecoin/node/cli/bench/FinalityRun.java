package io.timecoin.node.cli.bench;

import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.client.ConnectionLostException;
import io.timecoin.node.cli.client.NodeConnection;
import io.timecoin.node.cli.client.Received;
import io.timecoin.node.devnet.Devnet;
import io.timecoin.node.devnet.DevnetNode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Hands payments to all nodes in turn, and hears over the same connections when each is final. */
final class FinalityRun implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long PATIENCE_SECONDS = 120;

  private final List<NodeConnection> nodes = new ArrayList<>();
  private final Map<Txid, Long> sentAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch left = new CountDownLatch(0);
  private volatile long lastNanos;
  private volatile boolean closed;
  private volatile @Nullable ConnectionLostException lost;

  /**
   * One run.
   *
   * @param millis from handing in until final, sorted
   */
  record Result(double[] millis, double perSecond) {}

  private FinalityRun() {}

  static FinalityRun open(Devnet devnet) throws ConnectionLostException, InterruptedException {
    FinalityRun run = new FinalityRun();
    for (DevnetNode node : devnet.nodes()) {
      NodeConnection connection = NodeConnection.open(node.webSocketUri(), TIMEOUT);
      run.nodes.add(connection);
      Thread.ofPlatform().daemon().name("bench reader").start(() -> run.read(connection));
    }
    return run;
  }

  private void read(NodeConnection connection) {
    try {
      while (!closed) {
        Received next = connection.next(TIMEOUT);
        if (next != null
            && next.message() instanceof NetworkMessage.TransactionStatus status
            && status.phase().isFinal()) {
          heard(status.txid());
        }
      }
    } catch (ConnectionLostException e) {
      if (!closed) {
        lost = e;
        while (left.getCount() > 0) { // whoever waits for payments need not wait any longer
          left.countDown();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void heard(Txid txid) {
    long now = System.nanoTime();
    Long sent = sentAt.remove(txid);
    if (sent != null) {
      nanos.add(now - sent);
      lastNanos = now;
      left.countDown();
    }
  }

  /**
   * Pays all of them.
   *
   * @param rate a second, 0 for as fast as they are taken
   * @throws IOException if a node ended its connection, or not all became final in time
   */
  Result pay(List<Transaction> payments, int rate) throws IOException, InterruptedException {
    nanos.clear();
    left = new CountDownLatch(payments.size());
    requireConnected(); // what was lost before this could not let go of the new latch
    long first = System.nanoTime();
    for (int i = 0; i < payments.size(); i++) {
      long due = rate == 0 ? first : first + i * 1_000_000_000L / rate;
      while (System.nanoTime() - due < 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      sentAt.put(payments.get(i).txid(), System.nanoTime());
      nodes
          .get(i % nodes.size())
          .send(new NetworkMessage.TransactionBroadcast(payments.get(i), null));
    }
    boolean inTime = left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    requireConnected();
    if (!inTime) {
      throw new IOException(
          left.getCount() + " payments are not final after " + PATIENCE_SECONDS + " s");
    }
    double[] sorted = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
    return new Result(sorted, payments.size() * 1e9 / (lastNanos - first));
  }

  private void requireConnected() throws IOException {
    ConnectionLostException cause = lost;
    if (cause != null) {
      throw new IOException("a node ended the connection: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    closed = true;
    nodes.forEach(NodeConnection::close);
  }
}
