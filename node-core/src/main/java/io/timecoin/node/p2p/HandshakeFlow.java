package io.timecoin.node.p2p;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.frame.FrameException;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.PeerClock;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NetworkMessage.Handshake;
import io.timecoin.node.protocol.NetworkMessage.HandshakeAck;
import io.timecoin.node.protocol.ProtocolException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first four messages of a connection, from this side. On the reading thread. */
final class HandshakeFlow {
  private static final Logger LOG = LoggerFactory.getLogger(HandshakeFlow.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** For a refused peer to read why. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final Duration CLOCK_SKEW_NOTED = Duration.ofMinutes(10);

  private final PeerContext context;
  private final Connection connection;
  private final PeerHandshake handshake;
  private final Consumer<PublicKey> met;

  /**
   * For one connection.
   *
   * @param met told the identity the other side proved
   */
  HandshakeFlow(PeerContext context, Connection connection, Consumer<PublicKey> met) {
    this.context = context;
    this.connection = connection;
    this.met = met;
    byte[] nonce = new byte[Hash256.BYTES];
    RANDOM.nextBytes(nonce);
    this.handshake =
        new PeerHandshake(
            context.config(),
            connection.direction(),
            Hash256.of(nonce),
            context.listenAddress().get(),
            context.clock().millis());
  }

  /** Who it is; empty if the connection is over. */
  Optional<RemoteNode> run() throws IOException, FrameException {
    context.send(connection, handshake.ours());
    Optional<NetworkMessage> first = next();
    if (first.isPresent() && first.get() instanceof Handshake theirs) {
      return mayGoOn(theirs) ? prove(theirs) : Optional.empty();
    }
    first.ifPresent(message -> unexpected(message, "Handshake"));
    return Optional.empty();
  }

  private boolean mayGoOn(Handshake theirs) {
    Optional<Error> refusal = handshake.check(theirs);
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return false;
    }
    if (theirs.publicKey().equals(context.config().identity())) {
      met.accept(theirs.publicKey());
      LOG.debug("{} is this node itself, or has its key", connection);
      connection.close(CloseReason.SELF);
      return false;
    }
    return true;
  }

  /** The accepting side proves itself first; the dialling side only to a proven one. */
  private Optional<RemoteNode> prove(Handshake theirs) throws IOException, FrameException {
    boolean accepting = connection.direction() == Direction.INBOUND;
    if (accepting) {
      context.send(connection, handshake.ack(theirs));
    }
    if (!isProven(theirs) || (!accepting && !isWanted(theirs.publicKey()))) {
      return Optional.empty();
    }
    if (!accepting) {
      context.send(connection, handshake.ack(theirs));
    }
    return welcome(theirs);
  }

  private boolean isProven(Handshake theirs) throws IOException, FrameException {
    Optional<NetworkMessage> second = next();
    if (second.isPresent() && second.get() instanceof HandshakeAck ack) {
      if (handshake.isProven(theirs, ack)) {
        met.accept(theirs.publicKey());
        return true;
      }
      context.discipline().offend(connection, "the handshake is not signed by the key it names");
      refuse(new Error(ErrorCode.BAD_SIGNATURE, "the signature is not your key's", null));
      return false;
    }
    second.ifPresent(message -> unexpected(message, "HandshakeAck"));
    return false;
  }

  /** Only now that the identity is proven: nobody else can keep this node from dialling it. */
  private boolean isWanted(PublicKey identity) {
    boolean unique = context.table().reserve(connection, identity);
    if (!unique) {
      connection.close(CloseReason.DUPLICATE);
    }
    return unique;
  }

  private Optional<RemoteNode> welcome(Handshake theirs) {
    PublicKey identity = theirs.publicKey();
    if (context.discipline().banOf(identity).isPresent()) {
      context.counters().add(PeerCounter.REFUSED_BANNED);
      refuse(new Error(ErrorCode.FORBIDDEN, "banned for a time", null));
      return Optional.empty();
    }
    if (context.faults().blocks(identity)) {
      connection.close(CloseReason.BLOCKED);
      return Optional.empty();
    }
    if (Math.abs(theirs.timeMs() - context.clock().millis()) > CLOCK_SKEW_NOTED.toMillis()) {
      LOG.warn("the clock of {} and this node's are far apart", connection);
    }
    return Optional.of(
        new RemoteNode(
            identity,
            context.config().isMember(identity),
            context.listenAddressOf(theirs.listenAddress(), connection.ip()),
            theirs.protocolVersion(),
            Instant.now(),
            new PeerClock(theirs.timeMs(), System.nanoTime())));
  }

  /** The next message; empty if there is none, and the connection is closed. */
  private Optional<NetworkMessage> next() throws IOException, FrameException {
    Optional<byte[]> payload = connection.read();
    if (payload.isEmpty()) {
      connection.close(CloseReason.PEER_CLOSED);
      return Optional.empty();
    }
    try {
      return Optional.of(context.codec().decode(payload.get()));
    } catch (ProtocolException e) {
      context.counters().add(PeerCounter.MALFORMED);
      context.discipline().offend(connection, "no handshake: " + e.getMessage());
      connection.close(CloseReason.MALFORMED);
      return Optional.empty();
    }
  }

  private void unexpected(NetworkMessage message, String expected) {
    if (message instanceof Error error) {
      log("{} refused this node: {}", error.code());
      connection.close(CloseReason.REFUSED_BY_PEER);
      return;
    }
    context.discipline().offend(connection, "no " + expected + " where it had to come");
    connection.close(CloseReason.MALFORMED);
  }

  private void refuse(Error error) {
    log("refused {}: {}", error.code());
    Frame lastWords = Frame.of(context.codec().encode(error));
    connection.refuse(lastWords, CloseReason.REFUSED, LINGER.toNanos());
  }

  /** Loud where this node dialled; anyone may knock here, which must not fill the disk. */
  private void log(String text, ErrorCode code) {
    if (connection.direction() == Direction.OUTBOUND) {
      LOG.info(text, connection, code);
    } else {
      LOG.debug(text, connection, code);
    }
  }
}
