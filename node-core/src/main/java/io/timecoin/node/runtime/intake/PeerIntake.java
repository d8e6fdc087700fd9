package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.p2p.PeerListener;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.loop.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** From peers to the engine. Runs on the peers' reader threads and may hold each up. */
public final class PeerIntake implements PeerListener {
  private final SignatureCheck signatures;
  private final RecentFinals finals;
  private final EventQueue queue;
  private final Consumer<Txid> payments;
  private final BiPredicate<PeerId, NetworkMessage> checkpoints;

  /**
   * Verifies, then enqueues.
   *
   * @param payments told of each payment as soon as it is read, valid or not
   * @param checkpoints takes what never concerns the engine; whether it did
   */
  public PeerIntake(
      SignatureCheck signatures,
      RecentFinals finals,
      EventQueue queue,
      Consumer<Txid> payments,
      BiPredicate<PeerId, NetworkMessage> checkpoints) {
    this.signatures = signatures;
    this.finals = finals;
    this.queue = queue;
    this.payments = payments;
    this.checkpoints = checkpoints;
  }

  @Override
  public void connected(PeerId peer, PublicKey identity) {
    queue.put(new EngineEvent.PeerConnected(peer, identity));
  }

  @Override
  public void disconnected(PeerId peer) {
    queue.put(new EngineEvent.PeerDisconnected(peer));
  }

  @Override
  public Optional<String> received(PeerId peer, NetworkMessage message) {
    if (message instanceof NetworkMessage.TransactionBroadcast broadcast) {
      payments.accept(broadcast.transaction().txid());
    }
    Optional<NetworkMessage> needed = needed(message);
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    Optional<NetworkMessage.Error> error = signatures.check(needed.get());
    if (error.isEmpty() && !checkpoints.test(peer, needed.get())) {
      queue.put(new EngineEvent.FromPeer(peer, needed.get()));
    }
    return error.map(NetworkMessage.Error::message);
  }

  /**
   * A certificate held already is worth only that its sender holds it too. Late votes still fill
   * seats and statistics, so they are dropped only while there is more to do.
   */
  private Optional<NetworkMessage> needed(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.FinalityCertificate m when finals.contains(m.certificate().txid()) ->
          Optional.of(
              new NetworkMessage.InstantFinalityVote(List.of(), List.of(m.certificate().txid())));
      case NetworkMessage.InstantFinalityVote m when queue.isBusy() -> finals.withoutLateVotes(m);
      default -> Optional.of(message);
    };
  }
}
