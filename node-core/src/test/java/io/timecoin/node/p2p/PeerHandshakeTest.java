package io.timecoin.node.p2p;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerHandshakeTest {
  private static final Hash256 DIALLERS_NONCE = new Hash256(1, 1, 1, 1);
  private static final Hash256 ACCEPTORS_NONCE = new Hash256(2, 2, 2, 2);

  private final PeerHandshake dialler = side(1, Direction.OUTBOUND, DIALLERS_NONCE);
  private final PeerHandshake acceptor = side(2, Direction.INBOUND, ACCEPTORS_NONCE);

  private static PeerHandshake side(int key, Direction direction, Hash256 nonce) {
    return new PeerHandshake(
        TestPeer.config(key, Set.of(), List.of()), direction, nonce, "127.0.0.1:24200", 0);
  }

  private static byte[] statement(int role) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("TIME-HANDSHAKE-v1".getBytes(US_ASCII));
    bytes.write(TestPeer.GENESIS.toBytes());
    bytes.write(role);
    bytes.write(DIALLERS_NONCE.toBytes());
    bytes.write(ACCEPTORS_NONCE.toBytes());
    bytes.write(TestPeer.key(1).publicKey().toBytes());
    bytes.write(TestPeer.key(2).publicKey().toBytes());
    return bytes.toByteArray();
  }

  @Test
  void signedBytesAreExactlyTheDocumentedOnes() throws Exception {
    HandshakeAck diallers = dialler.ack(acceptor.ours());
    HandshakeAck acceptors = acceptor.ack(dialler.ours());
    assertThat(statement(1)).hasSize(178);
    assertThat(Ed25519.verify(TestPeer.key(1).publicKey(), statement(1), diallers.signature()))
        .isTrue();
    assertThat(Ed25519.verify(TestPeer.key(2).publicKey(), statement(2), acceptors.signature()))
        .isTrue();
  }

  @Test
  void eachSideAcceptsTheOthersAckAndNotItsOwn() {
    HandshakeAck diallers = dialler.ack(acceptor.ours());
    HandshakeAck acceptors = acceptor.ack(dialler.ours());
    assertThat(acceptor.isProven(dialler.ours(), diallers)).isTrue();
    assertThat(dialler.isProven(acceptor.ours(), acceptors)).isTrue();
    assertThat(acceptor.isProven(dialler.ours(), acceptors)).isFalse();
    assertThat(dialler.isProven(acceptor.ours(), diallers)).isFalse();
  }

  @Test
  void ackIsWorthNothingWithOtherNonces() {
    HandshakeAck diallers = dialler.ack(acceptor.ours());
    PeerHandshake again = side(2, Direction.INBOUND, new Hash256(3, 3, 3, 3));
    assertThat(again.isProven(dialler.ours(), diallers)).isFalse();
  }

  @Test
  void ackIsWorthNothingForAnotherKey() {
    HandshakeAck diallers = dialler.ack(acceptor.ours());
    Handshake claimed = RawPeer.handshake(TestPeer.key(3), DIALLERS_NONCE);
    assertThat(acceptor.isProven(claimed, diallers)).isFalse();
  }
}
