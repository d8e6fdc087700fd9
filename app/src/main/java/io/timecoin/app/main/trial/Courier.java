package io.timecoin.app.main.trial;

import io.timecoin.app.client.ClientSettings;
import io.timecoin.app.client.MicroClock;
import io.timecoin.app.client.NodeClient;
import io.timecoin.app.state.RequestIds;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands one payment to a node over a connection of its own, as any other wallet would. Its methods
 * that wait are for background threads.
 */
final class Courier implements AutoCloseable {

  private final NodeClient client;
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile Optional<NetworkMessage.Error> refusal = Optional.empty();

  /** Begins to connect. */
  Courier(URI node) {
    this.client =
        new NodeClient(
            ClientSettings.standard(node, "courier"),
            new MessageCodec(),
            (event, _) -> happened(event),
            new MicroClock(Clock.systemUTC()));
    client.start();
  }

  private void happened(SessionEvent event) {
    switch (event) {
      case SessionEvent.Connected _ -> connected.countDown();
      case SessionEvent.Received received -> heard(received.message());
      default -> {} // what else happens does not concern one payment
    }
  }

  private void heard(NetworkMessage message) {
    if (message instanceof NetworkMessage.Error error) {
      Optional<Txid> payment = RequestIds.broadcastOf(error.requestId());
      refusal = payment.map(_ -> error);
      payment.ifPresent(_ -> answered.countDown());
    } else if (message instanceof NetworkMessage.TransactionAccepted) {
      answered.countDown();
    }
  }

  /** Whether the node is there within that time. */
  boolean awaitConnection(Duration patience) throws InterruptedException {
    return connected.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends it; returns at once. */
  void hand(Transaction payment) {
    client.pay(payment);
  }

  /** Whether the node answered within that time. */
  boolean awaitAnswer(Duration patience) throws InterruptedException {
    return answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What the node said if it did not take it. */
  Optional<NetworkMessage.Error> refusal() {
    return refusal;
  }

  @Override
  public void close() {
    client.close();
  }
}
