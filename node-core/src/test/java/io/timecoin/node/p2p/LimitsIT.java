package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsIT {
  private static final SigningKey MEMBER = TestPeer.key(40);
  private static final Set<PublicKey> MEMBERS = Set.of(MEMBER.publicKey());

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  private TestPeer node(Network network, PeerLimits limits) throws Exception {
    return closing(TestPeer.started(TestPeer.config(1, network, MEMBERS, 0, List.of(), limits)));
  }

  private RawPeer joined(TestPeer node, int key) throws Exception {
    return closing(RawPeer.dial(node)).join(TestPeer.key(key));
  }

  @Test
  void ninthConnectionFromOneAddressIsTurnedAwayUntilOneOfTheEightEnds() throws Exception {
    TestPeer node = node(Network.TESTNET, TestPeer.QUICK);
    RawPeer first = closing(RawPeer.dial(node));
    for (int i = 0; i < 7; i++) {
      closing(RawPeer.dial(node)).next(NetworkMessage.Handshake.class);
    }
    try (RawPeer ninth = RawPeer.dial(node)) {
      assertThat(ninth.next(Error.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(ninth.next()).isEmpty();
    }
    assertThat(node.manager.counters().get(PeerCounter.REFUSED_PER_IP)).isEqualTo(1);
    first.close();
    await()
        .until(
            () -> {
              try (RawPeer again = RawPeer.dial(node)) {
                return again.next().orElseThrow() instanceof NetworkMessage.Handshake;
              }
            });
  }

  @Test
  void loopbackIsNotCountedOnADevnet() throws Exception {
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK);
    for (int i = 0; i < 20; i++) {
      joined(node, 100 + i);
    }
    await().until(() -> node.peers().size() == 20);
  }

  @Test
  void strangerFindsNoRoomWhereAMasternodeStillDoes() throws Exception {
    PeerLimits.Counts two = new PeerLimits.Counts(2, 8, 2, 8, 1000, 100);
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK.with(two));
    joined(node, 100);
    await().until(() -> node.peers().size() == 1);
    RawPeer youngest = joined(node, 101);
    await().until(() -> node.peers().size() == 2);
    try (RawPeer third = RawPeer.dial(node).join(TestPeer.key(102))) {
      assertThat(third.next(Error.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
    }
    closing(RawPeer.dial(node)).join(MEMBER);
    youngest.last();
    await().until(() -> node.peers().stream().anyMatch(PeerView::member));
    assertThat(node.peers()).hasSize(2);
    await().until(() -> node.manager.counters().get(CloseReason.FULL) == 2);
  }

  @Test
  void strangersQueriesPastTheRateAreAnsweredWithAnError() throws Exception {
    TestPeer node =
        node(Network.DEVNET, TestPeer.QUICK.with(new PeerLimits.Rates(1000, 100, 100_000)));
    RawPeer stranger = joined(node, 100);
    for (int i = 0; i < 300; i++) {
      stranger.send(new NetworkMessage.UtxoStateQuery(List.of(), "q" + i));
    }
    Error error = stranger.next(Error.class);
    assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(error.requestId()).startsWith("q");
    await()
        .until(
            () ->
                node.received.size() + node.manager.counters().get(PeerCounter.RATE_LIMITED)
                    == 300);
    assertThat(node.received).hasSizeGreaterThanOrEqualTo(90);
    assertThat(node.peers()).hasSize(1);
    assertThat(node.manager.bans()).isEmpty();
  }

  @Test
  void masternodesQueriesAreNeverRefused() throws Exception {
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK.with(new PeerLimits.Rates(1, 1, 250)));
    RawPeer member = closing(RawPeer.dial(node)).join(MEMBER);
    for (int i = 0; i < 300; i++) {
      member.send(new NetworkMessage.UtxoStateQuery(List.of(), "q" + i));
    }
    await().until(() -> node.received.size() == 300);
    assertThat(node.manager.counters().get(PeerCounter.MEMBER_SLOWED)).isPositive();
    assertThat(node.manager.counters().get(PeerCounter.RATE_LIMITED)).isZero();
  }

  @Test
  void peerThatDoesNotReadIsDisconnectedAndSlowsNobody() throws Exception {
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK);
    RawPeer slow = joined(node, 100);
    RawPeer quick = closing(RawPeer.dial(node)).join(MEMBER);
    await().until(() -> node.peers().size() == 2);
    List<Txid> many = Collections.nCopies(1000, new Txid(1, 2, 3, 4));
    int messages = 500;
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < messages; i++) {
                    node.manager.sendToAll(new NetworkMessage.GetTransactions(many, "m" + i));
                  }
                });
    for (int i = 0; i < messages; i++) {
      assertThat(quick.next(NetworkMessage.GetTransactions.class).requestId()).isEqualTo("m" + i);
    }
    sender.join();
    await().until(() -> node.manager.counters().get(CloseReason.SLOW) == 1);
    assertThat(node.peers()).extracting(PeerView::identity).containsExactly(MEMBER.publicKey());
    assertThat(node.manager.bans()).isEmpty();
    assertThat(slow.socket.isClosed()).isFalse();
  }

  @Test
  void unaskedAndImplausibleAddressesAreNotLearnt() throws Exception {
    TestPeer node = node(Network.TESTNET, TestPeer.QUICK);
    RawPeer raw = closing(RawPeer.dial(node)).join(TestPeer.key(100), Network.TESTNET);
    raw.next(NetworkMessage.GetPeers.class);
    raw.send(
        new NetworkMessage.Peers(
            List.of("127.0.0.1:1", "10.0.0.1:1", "0.0.0.0:1", "nonsense", "host:99999")));
    raw.send(new NetworkMessage.Peers(List.of("193.99.144.80:24000")));
    await().until(() -> node.manager.counters().get(PeerCounter.ADDRESSES_REFUSED) == 6);
    assertThat(node.manager.addresses()).isEmpty();
  }

  @Test
  void frameTooLargeAfterTheHandshakeIsAnsweredAndClosed() throws Exception {
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK);
    RawPeer raw = joined(node, 100);
    raw.bytes((byte) 0, (byte) 0x40, (byte) 0, (byte) 1);
    assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(raw.next()).isEmpty();
  }

  @Test
  void messagesOfTheOtherSideOnlyReachTheListener() throws Exception {
    TestPeer node = node(Network.DEVNET, TestPeer.QUICK);
    RawPeer raw = joined(node, 100);
    raw.send(new NetworkMessage.Admin("secret", "ban", java.util.Map.of(), "a1"));
    Error refused = raw.next(Error.class);
    assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(refused.requestId()).isEqualTo("a1");
    raw.text("{\"type\":\"FromTheFuture\",\"x\":1}");
    raw.send(new NetworkMessage.GetStatus("s1"));
    await().until(() -> !node.received.isEmpty());
    assertThat(node.received).containsExactly(new NetworkMessage.GetStatus("s1"));
    assertThat(node.manager.counters().get(PeerCounter.UNKNOWN_TYPES)).isEqualTo(1);
    assertThat(Optional.of(node.peers().getFirst().score())).contains(0);
  }
}
