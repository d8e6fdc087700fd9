package io.timecoin.node.p2p;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Ed25519;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This side of one handshake. Both sides send {@code Handshake} at once. The accepting side answers
 * the other's with {@code HandshakeAck}, and the dialling side, once it has verified that, with its
 * own. The Ed25519 signature covers exactly these 178 bytes:
 *
 * <pre>
 * "TIME-HANDSHAKE-v1"   17  ASCII
 * genesis hash          32
 * role of the signer     1  1: it dialled, 2: it accepted
 * nonce of the dialler  32
 * nonce of the acceptor 32
 * key of the dialler    32
 * key of the acceptor   32
 * </pre>
 *
 * The order is that of the roles, the same on both sides, and the two signed texts differ in the
 * role alone: a signature sent back to its maker, or used in a connection of the other direction,
 * is a signature of something else. Fresh nonces of both sides keep old ones from being replayed.
 * What follows the handshake is neither encrypted nor signed by it; messages that matter carry
 * their own signatures.
 */
final class PeerHandshake {
  /** The version of the wire this node speaks. */
  static final int PROTOCOL_VERSION = 1;

  private static final byte[] DOMAIN = "TIME-HANDSHAKE-v1".getBytes(StandardCharsets.US_ASCII);
  private static final byte DIALLED = 1;
  private static final byte ACCEPTED = 2;
  private static final int STATEMENT_BYTES =
      DOMAIN.length + Hash256.BYTES + 1 + 2 * Hash256.BYTES + 2 * PublicKey.BYTES;

  private final PeerConfig config;
  private final Direction direction;
  private final Handshake ours;

  /**
   * For one connection.
   *
   * @param nonce 32 random bytes nobody could foresee, used for this connection only
   */
  PeerHandshake(
      PeerConfig config,
      Direction direction,
      Hash256 nonce,
      @Nullable String listenAddress,
      long timeMs) {
    this.config = config;
    this.direction = direction;
    this.ours =
        new Handshake(
            PROTOCOL_VERSION,
            config.network(),
            config.genesisHash(),
            config.identity(),
            listenAddress,
            timeMs,
            List.of(),
            nonce);
  }

  /** The first message to send. */
  Handshake ours() {
    return ours;
  }

  /** Why the other side is no peer of this node, whoever it is; empty if it may prove itself. */
  Optional<Error> check(Handshake theirs) {
    if (theirs.protocolVersion() != PROTOCOL_VERSION) {
      return refusal(
          ErrorCode.WRONG_VERSION, "this node speaks protocol version " + PROTOCOL_VERSION);
    }
    if (theirs.network() != config.network()) {
      return refusal(ErrorCode.WRONG_NETWORK, "this is " + config.network().wireName());
    }
    if (!theirs.genesisHash().equals(config.genesisHash())) {
      return refusal(ErrorCode.WRONG_GENESIS, "the genesis hash here is " + config.genesisHash());
    }
    return Optional.empty();
  }

  private static Optional<Error> refusal(ErrorCode code, String message) {
    return Optional.of(new Error(code, message, null));
  }

  /** The answer to their handshake. */
  HandshakeAck ack(Handshake theirs) {
    return new HandshakeAck(config.nodeKey().sign(statement(direction, theirs)));
  }

  /** Whether their answer proves the key they named. */
  boolean isProven(Handshake theirs, HandshakeAck ack) {
    byte[] signed = statement(direction.reversed(), theirs);
    return Ed25519.verify(theirs.publicKey(), signed, ack.signature());
  }

  /** What the side that sees the connection in this direction signs. */
  private byte[] statement(Direction signer, Handshake theirs) {
    boolean weDialled = direction == Direction.OUTBOUND;
    Handshake dialler = weDialled ? ours : theirs;
    Handshake acceptor = weDialled ? theirs : ours;
    return ByteBuffer.allocate(STATEMENT_BYTES)
        .put(DOMAIN)
        .put(config.genesisHash().toBytes())
        .put(signer == Direction.OUTBOUND ? DIALLED : ACCEPTED)
        .put(dialler.nonce().toBytes())
        .put(acceptor.nonce().toBytes())
        .put(dialler.publicKey().toBytes())
        .put(acceptor.publicKey().toBytes())
        .array();
  }
}
