package io.timecoin.node.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.CliProcess;
import io.timecoin.node.cli.CliRun;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.SubscriptionConfirmed;
import io.timecoin.node.protocol.NetworkMessage.UtxoSubscribe;
import io.timecoin.node.protocol.NetworkMessage.UtxoUnsubscribe;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.utxo.UtxoState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Address ADDRESS = Address.parse("TIME0mhSydre2LzwfYXmYCw4SsSUyLDccnCAgfL");

  private final ExecutorService client = Executors.newSingleThreadExecutor();
  private FakeNode node;
  private NodeConnection connection;
  private Subscription subscription;

  @BeforeEach
  void connect() throws Exception {
    node = new FakeNode();
    connection = NodeConnection.open(node.uri(), PATIENCE);
    subscription = new Subscription(connection, List.of(), List.of(ADDRESS), PATIENCE);
  }

  @AfterEach
  void disconnect() throws Exception {
    client.shutdownNow();
    connection.close();
    node.close();
  }

  private static NetworkMessage notification(String subscriber, long seq) {
    OutPoint outPoint = new OutPoint(Txid.parse("ab".repeat(32)), (int) seq);
    StateChange change =
        new StateChange(outPoint, UtxoState.UNSPENT, UtxoState.UNSPENT, 1, 1_000, "Node 1");
    return new NetworkMessage.UtxoStateNotification(
        subscriber, seq, ADDRESS, Amount.ofTime(1), change, null, null);
  }

  /** Lets the client subscribe and answers it. */
  private String confirmed(Future<?> subscribing, long firstSeq) throws Exception {
    UtxoSubscribe request = node.next(UtxoSubscribe.class);
    node.say(
        new SubscriptionConfirmed(
            request.subscriberId(), firstSeq, List.of(), request.requestId()));
    if (subscribing != null) {
      subscribing.get();
    }
    return request.subscriberId();
  }

  private String open() throws Exception {
    return confirmed(client.submit(subscription::open), 1);
  }

  @Test
  void changesComeInOrder() throws Exception {
    String name = open();
    node.say(notification(name, 1));
    node.say(notification("somebody else", 7));
    node.say(notification(name, 2));
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Other.class);
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
  }

  @Test
  void gapLeadsToANewSubscriptionAndWhatIsLeftOfTheOldIsIgnored() throws Exception {
    String name = open();
    node.say(notification(name, 1));
    node.say(notification(name, 3));
    node.say(notification(name, 4));
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
    Future<Subscription.Update> update = client.submit(() -> subscription.next(PATIENCE));
    assertThat(node.next(UtxoUnsubscribe.class).subscriberId()).isEqualTo(name);
    String renewed = confirmed(null, 1);
    assertThat(renewed).isNotEqualTo(name);
    assertThat(update.get()).isInstanceOf(Subscription.Resynced.class);
    node.say(notification(renewed, 1));
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Other.class);
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
  }

  @Test
  void snapshotAfterADroppedQueueStartsANewCount() throws Exception {
    String name = open();
    node.say(new NetworkMessage.Error(ErrorCode.RESYNC, "dropped", null));
    node.say(new SubscriptionConfirmed(name, 40, List.of(), null));
    node.say(notification(name, 40));
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Other.class);
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Resynced.class);
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
  }

  @Test
  void refusalCarriesItsCodeAndAdvice() throws Exception {
    Future<?> asking = client.submit(() -> subscription.open());
    UtxoSubscribe request = node.next(UtxoSubscribe.class);
    node.say(new NetworkMessage.Error(ErrorCode.RATE_LIMITED, "too many", request.requestId()));
    assertThatThrownBy(asking::get)
        .cause()
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            refusal ->
                assertThat(refusal.line())
                    .isEqualTo("rate_limited: too many. Wait a little and try again."));
  }

  @Test
  void endOfTheConnectionIsNoticedAfterTheLastMessage() throws Exception {
    String name = open();
    node.say(notification(name, 1));
    node.connection().close(1001, "going away");
    assertThat(subscription.next(PATIENCE)).isInstanceOf(Subscription.Changed.class);
    assertThatThrownBy(() -> subscription.next(PATIENCE))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("going away");
    assertThatThrownBy(() -> subscription.open()).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void watchPrintsWhatTheNodeSaysAndComesBackAfterALoss() throws Exception {
    node.connection();
    try (CliProcess watch =
        CliProcess.start("watch", ADDRESS.toString(), "--node", node.uri().toString())) {
      String name = confirmed(null, 1);
      node.say(notification(name, 1));
      assertThat(watch.line()).contains("\"seq\":1");
      node.connection().close();
      String again = confirmed(null, 1);
      node.say(notification(again, 1));
      assertThat(watch.line()).contains("\"seq\":1");
      assertThat(watch.stderr()).contains("lost the node").contains("connected again");
      watch.terminate();
      assertThat(watch.exit()).isZero();
    }
  }

  @Test
  void whereNoNodeIsTheReasonIsSaid() {
    CliRun nobody = CliRun.of("status", "--node", "ws://127.0.0.1:1");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("no node at ws://127.0.0.1:1").contains("nothing listens");
    assertThat(CliRun.of("status", "--node", "http://127.0.0.1:1").exit()).isEqualTo(2);
  }
}
