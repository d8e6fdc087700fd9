package io.timecoin.node.p2p;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.p2p.PeerTable.Admission;
import io.timecoin.node.p2p.frame.Frame;
import io.timecoin.node.p2p.frame.FrameException;
import io.timecoin.node.p2p.guard.MessageRates;
import io.timecoin.node.p2p.link.CloseReason;
import io.timecoin.node.p2p.link.Connection;
import io.timecoin.node.p2p.link.Direction;
import io.timecoin.node.p2p.link.RemoteNode;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.FrameLimits;
import io.timecoin.node.protocol.NetworkMessage.Error;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from its first byte to its last, on its reading thread. */
final class PeerSession {
  private static final Logger LOG = LoggerFactory.getLogger(PeerSession.class);
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final PeerContext context;
  private final Connection connection;
  private final Consumer<PublicKey> met;
  private boolean announced;

  /**
   * For one connection.
   *
   * @param met told the identity the other side proved
   */
  PeerSession(PeerContext context, Connection connection, Consumer<PublicKey> met) {
    this.context = context;
    this.connection = connection;
    this.met = met;
  }

  /** Returns when the connection is over. */
  void run() {
    try {
      context.threads().start("p2p-write-" + connection.id().value(), connection::write);
      serve();
    } catch (FrameException e) {
      broken(e);
    } catch (IOException e) {
      LOG.debug("{} broke: {}", connection, e.toString());
      connection.close(CloseReason.BROKEN);
    } catch (RuntimeException e) {
      LOG.error("a fault of this node ends {}", connection, e);
      connection.close(CloseReason.BROKEN);
    } finally {
      end();
    }
  }

  private void end() {
    connection.close(CloseReason.BROKEN);
    context.table().remove(connection);
    CloseReason reason = connection.closeReason();
    context.counters().closed(reason == null ? CloseReason.BROKEN : reason);
    if (announced) {
      LOG.info("disconnected: {} {}", connection, reason);
      context.listener().disconnected(connection.id());
    }
  }

  private void broken(FrameException e) {
    context.counters().add(PeerCounter.MALFORMED);
    if (e.reason() == FrameException.Reason.TRUNCATED) {
      connection.close(CloseReason.BROKEN); // the network's doing as likely as the peer's
      return;
    }
    context.discipline().offend(connection, String.valueOf(e.getMessage()));
    context.table().retire(connection);
    if (connection.node() != null) {
      refuse(ErrorCode.TOO_LARGE, "frames have 1 byte to 4 MiB");
    }
    connection.close(CloseReason.MALFORMED);
  }

  private void serve() throws IOException, FrameException {
    Optional<RemoteNode> proven = new HandshakeFlow(context, connection, met).run();
    if (proven.isEmpty()) {
      return;
    }
    RemoteNode node = proven.get();
    switch (admit(node)) {
      case Admission.Admitted admitted -> {
        close(admitted.replaced(), CloseReason.DUPLICATE);
        close(admitted.evicted(), CloseReason.FULL);
        converse(node);
      }
      case Admission.Duplicate(Connection kept) -> {
        kept.liveness().hurry(System.nanoTime()); // if it is dead, writing to it will tell
        connection.close(CloseReason.DUPLICATE);
      }
      case Admission.Full _ -> refuse(ErrorCode.FORBIDDEN, "no room for more peers");
    }
  }

  private Admission admit(RemoteNode node) {
    PeerLimits limits = context.config().limits();
    boolean outbound = connection.direction() == Direction.OUTBOUND;
    if (outbound
        && !node.member()
        && context.table().outboundOthers() >= limits.counts().outboundOthers()) {
      return new Admission.Full();
    }
    PeerLimits.Queues queues = limits.queues();
    connection.prove(
        node,
        FrameLimits.FRAME_BYTES_MAX,
        node.member() ? queues.memberFrames() : queues.otherFrames(),
        node.member() ? queues.memberBytes() : queues.otherBytes());
    return context.table().admit(connection, node);
  }

  private static void close(@Nullable Connection other, CloseReason reason) {
    if (other != null) {
      other.close(reason);
    }
  }

  private void refuse(ErrorCode code, String message) {
    Frame lastWords = Frame.of(context.codec().encode(new Error(code, message, null)));
    connection.refuse(
        lastWords,
        code == ErrorCode.FORBIDDEN ? CloseReason.FULL : CloseReason.MALFORMED,
        LINGER.toNanos());
  }

  private void converse(RemoteNode node) throws IOException, FrameException {
    LOG.info("connected: {} {}", connection, node.member() ? "masternode" : "other");
    context.counters().add(PeerCounter.HANDSHAKES);
    context.exchange().connected(connection, node);
    context.exchange().ask(context, connection);
    announced = true;
    context.listener().connected(connection.id(), node.identity());
    PeerInbox inbox = new PeerInbox(context, connection, rates(node));
    Optional<byte[]> payload = connection.read();
    while (payload.isPresent()) {
      inbox.handle(payload.get());
      payload = connection.read();
    }
    connection.close(CloseReason.PEER_CLOSED);
  }

  private MessageRates rates(RemoteNode node) {
    PeerLimits.Rates rates = context.config().limits().rates();
    long nowMs = PeerInbox.nowMs();
    return node.member()
        ? MessageRates.ofMember(rates.member(), nowMs)
        : MessageRates.ofOther(rates.transactions(), rates.queries(), nowMs);
  }
}
