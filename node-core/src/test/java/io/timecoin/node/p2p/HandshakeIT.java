package io.timecoin.node.p2p;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.Signature;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeIT {
  private static final SigningKey STRANGER = TestPeer.key(99);
  private static final Hash256 NONCE = new Hash256(9, 9, 9, 9);

  private TestPeer node;

  @BeforeEach
  void start() throws Exception {
    node = TestPeer.started(TestPeer.config(1, Set.of(), List.of()));
  }

  @AfterEach
  void nobodyGotInAndTheNodeIsAlive() throws Exception {
    try (RawPeer good = RawPeer.dial(node).join(TestPeer.key(50))) {
      await().until(() -> node.peers().size() == 1);
      assertThat(node.peers().getFirst().identity()).isEqualTo(TestPeer.key(50).publicKey());
    } finally {
      node.close();
    }
  }

  private static Handshake with(int version, Network network, Hash256 genesis) {
    return new Handshake(
        version, network, genesis, STRANGER.publicKey(), null, 0, List.of(), NONCE);
  }

  private void assertAnswered(NetworkMessage first, ErrorCode code) throws Exception {
    try (RawPeer raw = RawPeer.dial(node).send(first)) {
      assertThat(raw.next(Error.class).code()).isEqualTo(code);
      assertThat(raw.next()).isEmpty();
    }
  }

  private void assertClosedWithoutAWord(RawPeer raw) throws Exception {
    try (raw) {
      assertThat(raw.last())
          .satisfiesAnyOf(
              last -> assertThat(last).isEmpty(),
              last -> assertThat(last.orElseThrow()).isInstanceOf(Handshake.class));
    }
  }

  @Test
  void wrongVersionIsAnsweredAndClosed() throws Exception {
    assertAnswered(with(2, Network.DEVNET, TestPeer.GENESIS), ErrorCode.WRONG_VERSION);
  }

  @Test
  void wrongNetworkIsAnsweredAndClosed() throws Exception {
    assertAnswered(with(1, Network.TESTNET, TestPeer.GENESIS), ErrorCode.WRONG_NETWORK);
  }

  @Test
  void wrongGenesisIsAnsweredAndClosed() throws Exception {
    assertAnswered(with(1, Network.DEVNET, NONCE), ErrorCode.WRONG_GENESIS);
  }

  @Test
  void wrongSignatureIsAnsweredAndClosed() throws Exception {
    try (RawPeer raw = RawPeer.dial(node).send(RawPeer.handshake(STRANGER, NONCE))) {
      raw.send(new HandshakeAck(STRANGER.sign(new byte[] {1})));
      assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
      assertThat(raw.next()).isEmpty();
    }
    try (RawPeer raw = RawPeer.dial(node).send(RawPeer.handshake(STRANGER, NONCE))) {
      raw.send(new HandshakeAck(Signature.of(new byte[Signature.BYTES])));
      assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
    }
  }

  @Test
  void ownSignatureSentBackProvesNothing() throws Exception {
    // A mirror: it claims the node's own key and nonce, or a key of its own with the node's ack.
    try (RawPeer raw = RawPeer.dial(node)) {
      raw.send(raw.next(Handshake.class));
      assertThat(raw.next()).isEmpty();
    }
    await().until(() -> node.manager.counters().get(CloseReason.SELF) == 1);
    try (RawPeer raw = RawPeer.dial(node).send(RawPeer.handshake(STRANGER, NONCE))) {
      raw.send(raw.next(HandshakeAck.class));
      assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
    }
  }

  @Test
  void signatureOfTheOtherRoleProvesNothing() throws Exception {
    try (RawPeer raw = RawPeer.dial(node).send(RawPeer.handshake(STRANGER, NONCE))) {
      Handshake theirs = raw.next(Handshake.class);
      PeerConfig config =
          new PeerConfig(
              Network.DEVNET,
              TestPeer.GENESIS,
              STRANGER,
              Set.of(),
              "127.0.0.1",
              0,
              null,
              List.of(),
              PeerLimits.DEFAULT);
      PeerHandshake asAcceptor = new PeerHandshake(config, Direction.INBOUND, NONCE, null, 0);
      raw.send(asAcceptor.ack(theirs));
      assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
    }
  }

  @Test
  void signatureOfAnEarlierConnectionProvesNothing() throws Exception {
    Handshake mine = RawPeer.handshake(STRANGER, NONCE);
    HandshakeAck old;
    try (RawPeer raw = RawPeer.dial(node).send(mine)) {
      PeerHandshake ours =
          new PeerHandshake(
              TestPeer.config(99, Set.of(), List.of()), Direction.OUTBOUND, NONCE, null, 0);
      old = ours.ack(raw.next(Handshake.class));
    }
    try (RawPeer raw = RawPeer.dial(node).send(mine).send(old)) {
      assertThat(raw.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
    }
  }

  @Test
  void anythingButAHandshakeFirstCloses() throws Exception {
    assertClosedWithoutAWord(RawPeer.dial(node).send(new NetworkMessage.Ping(1)));
    assertClosedWithoutAWord(RawPeer.dial(node).send(new NetworkMessage.GetPeers()));
    assertClosedWithoutAWord(
        RawPeer.dial(node).send(new HandshakeAck(STRANGER.sign(new byte[] {1}))));
    assertClosedWithoutAWord(RawPeer.dial(node).text("{\"type\":\"NoSuchType\"}"));
  }

  @Test
  void garbageCloses() throws Exception {
    assertClosedWithoutAWord(RawPeer.dial(node).text("this is not json"));
    assertClosedWithoutAWord(RawPeer.dial(node).text("{\"type\":\"Handshake\"}"));
    assertClosedWithoutAWord(RawPeer.dial(node).text("[]"));
    assertClosedWithoutAWord(RawPeer.dial(node).bytes("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII)));
  }

  @Test
  void zeroAndOversizeLengthsClose() throws Exception {
    assertClosedWithoutAWord(RawPeer.dial(node).bytes((byte) 0, (byte) 0, (byte) 0, (byte) 0));
    assertClosedWithoutAWord(RawPeer.dial(node).bytes((byte) -1, (byte) -1, (byte) -1, (byte) -1));
    assertClosedWithoutAWord(RawPeer.dial(node).bytes((byte) 0, (byte) 0, (byte) 0x40, (byte) 1));
  }

  @Test
  void truncatedFrameClosesAndScoresNothing() throws Exception {
    try (RawPeer raw = RawPeer.dial(node)) {
      raw.bytes((byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) '{');
      raw.socket.shutdownOutput();
      assertClosedWithoutAWord(raw);
    }
    assertThat(node.manager.counters().get(PeerCounter.OFFENCES)).isZero();
  }

  @Test
  void dripOfBytesDoesNotOutliveTheHandshakeTimeout() throws Exception {
    PeerLimits.Times times = TestPeer.QUICK.times();
    PeerLimits hasty =
        TestPeer.QUICK.with(
            new PeerLimits.Times(
                times.connect(),
                Duration.ofMillis(400),
                times.ping(),
                times.silence(),
                times.backoffMin(),
                times.backoffMax(),
                times.exchange()));
    try (TestPeer slow =
            TestPeer.started(TestPeer.config(2, Network.DEVNET, Set.of(), 0, List.of(), hasty));
        RawPeer raw = RawPeer.dial(slow)) {
      raw.bytes((byte) 0, (byte) 0, (byte) 1, (byte) 0);
      await()
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                try {
                  raw.bytes((byte) ' ');
                  return false;
                } catch (IOException e) {
                  return true;
                }
              });
      await().until(() -> slow.manager.counters().get(CloseReason.HANDSHAKE_TIMEOUT) == 1);
    }
  }

  @Test
  void secondHandshakeIsAnOffenceAndNothingElse() throws Exception {
    try (RawPeer raw = RawPeer.dial(node).join(STRANGER)) {
      raw.send(RawPeer.handshake(STRANGER, NONCE)).send(new NetworkMessage.Ping(7));
      assertThat(raw.next(NetworkMessage.Pong.class).nonce()).isEqualTo(7);
      assertThat(node.peers().getFirst().score()).isEqualTo(20);
    }
    await().until(() -> node.peers().isEmpty());
  }

  @Test
  void nodeThatDialsItselfNoticesAndStopsTrying() throws Exception {
    node.manager.addSeed(node.address());
    await().until(() -> node.manager.counters().get(CloseReason.SELF) >= 1);
    // the accepting end may notice first and hang up: then the dialling one notices at the next try
    AtomicLong dials = new AtomicLong();
    await()
        .during(Duration.ofMillis(500))
        .until(
            () -> {
              long now = node.manager.counters().get(PeerCounter.DIALS);
              return dials.getAndSet(now) == now && node.peers().isEmpty();
            });
  }

  @Test
  void diallerRefusesAnImpostorToo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      node.manager.addSeed("127.0.0.1:" + server.getLocalPort());
      try (RawPeer impostor = new RawPeer(server.accept())) {
        impostor.send(RawPeer.handshake(STRANGER, NONCE));
        impostor.send(new HandshakeAck(TestPeer.key(98).sign(new byte[] {1})));
        assertThat(impostor.next(Error.class).code()).isEqualTo(ErrorCode.BAD_SIGNATURE);
      }
    }
    assertThat(node.peers()).isEmpty();
  }
}
