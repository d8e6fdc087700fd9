package io.timecoin.node.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.p2p.guard.Ban;
import io.timecoin.node.p2p.guard.Culprit;
import io.timecoin.node.p2p.guard.IpGroup;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BansIT {
  private static final SigningKey CULPRIT = TestPeer.key(66);
  private static final Duration HOUR = Duration.ofHours(1);

  private static TestPeer node(Network network) throws Exception {
    return TestPeer.started(TestPeer.config(1, network, Set.of(), 0, List.of(), TestPeer.QUICK));
  }

  @Test
  void peerThatSendsNoMessagesIsAnsweredThenBannedByIdentityAndLetInAgain() throws Exception {
    try (TestPeer node = node(Network.DEVNET)) {
      try (RawPeer raw = RawPeer.dial(node).join(CULPRIT)) {
        for (int i = 1; i <= 4; i++) {
          raw.text("{}");
          assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.MALFORMED);
          int points = 20 * i;
          await().until(() -> node.peers().getFirst().score() == points);
        }
        raw.text("{}");
        raw.last();
      }
      await().until(() -> node.manager.counters().get(CloseReason.BANNED) == 1);
      assertThat(node.manager.bans())
          .extracting(Ban::culprit)
          .containsExactly(new Culprit.Node(CULPRIT.publicKey()));
      try (RawPeer again = RawPeer.dial(node).join(CULPRIT)) {
        assertThat(again.next(Error.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
      }
      try (RawPeer other = RawPeer.dial(node).join(TestPeer.key(67))) {
        other.send(new NetworkMessage.Ping(1)).next(NetworkMessage.Pong.class);
      }
      assertThat(node.manager.unban(CULPRIT.publicKey())).isTrue();
      try (RawPeer again = RawPeer.dial(node).join(CULPRIT)) {
        again.send(new NetworkMessage.Ping(1)).next(NetworkMessage.Pong.class);
      }
    }
  }

  @Test
  void whatTheListenerCallsAnOffenceIsScored() throws Exception {
    try (TestPeer node = node(Network.DEVNET);
        RawPeer raw = RawPeer.dial(node).join(CULPRIT)) {
      node.onMessage = (peer, message) -> Optional.of("a vote is not signed");
      raw.send(new NetworkMessage.GetStatus(null));
      await().until(() -> node.peers().getFirst().score() == 20);
      node.manager.misbehaved(node.connected.getFirst(), "equivocation");
      assertThat(node.peers().getFirst().score()).isEqualTo(40);
    }
  }

  @Test
  void operatorBansAnIdentityAndDisconnectsItAndItsDialsAreRefused() throws Exception {
    try (TestPeer node = node(Network.DEVNET);
        TestPeer other = TestPeer.started(TestPeer.config(66, Set.of(), List.of(node.address())))) {
      await().until(() -> node.peers().size() == 1);
      node.manager.ban(CULPRIT.publicKey(), HOUR, "by hand");
      await().until(() -> !other.disconnected.isEmpty());
      await().until(() -> node.manager.counters().get(PeerCounter.REFUSED_BANNED) >= 2);
      assertThat(node.peers()).isEmpty();
      assertThat(node.connected).hasSize(1);
      node.manager.unban(CULPRIT.publicKey());
      await().until(() -> node.peers().size() == 1 && other.peers().size() == 1);
    }
  }

  @Test
  void strangerWhoNeverProvedAnythingIsBannedByAddress() throws Exception {
    try (TestPeer node = node(Network.TESTNET)) {
      for (int i = 0; i < 5; i++) {
        try (RawPeer raw = RawPeer.dial(node).text("garbage")) {
          raw.last();
        }
      }
      await().until(() -> node.manager.bans().size() == 1);
      assertThat(node.manager.bans().getFirst().culprit())
          .isEqualTo(new Culprit.Ip(IpGroup.parse("127.0.0.1")));
      try (RawPeer raw = RawPeer.dial(node)) {
        assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(raw.next()).isEmpty();
      }
      assertThat(node.manager.unban("127.0.0.1")).isTrue();
      RawPeer.dial(node).join(CULPRIT, Network.TESTNET).close();
    }
  }

  @Test
  void loopbackIsNeverBannedOnADevnet() throws Exception {
    try (TestPeer node = node(Network.DEVNET)) {
      for (int i = 0; i < 20; i++) {
        try (RawPeer raw = RawPeer.dial(node).text("garbage")) {
          raw.last();
        }
      }
      node.manager.ban("127.0.0.1", HOUR, "by hand");
      RawPeer.dial(node).join(CULPRIT).close();
    }
  }
}
