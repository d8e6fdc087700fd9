package io.timecoin.node.cli.client;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.UtxoStateNotification;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every change of some addresses and outpoints, none missing: where the node's numbers have a gap,
 * a new subscription brings a new snapshot. For one thread.
 */
public final class Subscription {
  private final NodeConnection node;
  private final List<OutPoint> outPoints;
  private final List<Address> addresses;
  private final Duration timeout;
  private int generation;
  private long expected;

  /** What came. */
  public sealed interface Update {}

  /** A change, the next in order. */
  public record Changed(UtxoStateNotification notification, Received received) implements Update {}

  /** Changes were missed; this is how things stand now. */
  public record Resynced(SubscriptionConfirmed snapshot) implements Update {}

  /** Any other message. */
  public record Other(NetworkMessage message, long nanos) implements Update {}

  /** Subscribes to nothing yet; see {@link #open}. */
  public Subscription(
      NodeConnection node, List<OutPoint> outPoints, List<Address> addresses, Duration timeout) {
    this.node = node;
    this.outPoints = List.copyOf(outPoints);
    this.addresses = List.copyOf(addresses);
    this.timeout = timeout;
  }

  /** Subscribes; the snapshot is where the updates start from. */
  public SubscriptionConfirmed open()
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    // Another name each time, so that what is still under way for the old one is told apart.
    generation++;
    SubscriptionConfirmed snapshot =
        node.ask(
            id -> new NetworkMessage.UtxoSubscribe(outPoints, addresses, name(), id),
            SubscriptionConfirmed.class,
            timeout);
    expected = snapshot.firstSeq();
    return snapshot;
  }

  /** The next update; null if none comes in time. */
  public @Nullable Update next(Duration wait)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Received received = node.next(wait);
    if (received == null) {
      return null;
    }
    return switch (received.message()) {
      case UtxoStateNotification n when name().equals(n.subscriberId()) -> inOrder(n, received);
      case SubscriptionConfirmed s when name().equals(s.subscriberId()) -> {
        expected = s.firstSeq(); // the node itself dropped what this side was too slow to read
        yield new Resynced(s);
      }
      default -> new Other(received.message(), received.nanos());
    };
  }

  private Update inOrder(UtxoStateNotification notification, Received received)
      throws CommandFailedException, ConnectionLostException, InterruptedException {
    Long seq = notification.seq();
    if (seq != null && seq == expected) {
      expected++;
      return new Changed(notification, received);
    }
    node.send(new NetworkMessage.UtxoUnsubscribe(name(), null));
    return new Resynced(open());
  }

  private String name() {
    return "timekeeper-cli-" + generation;
  }
}
