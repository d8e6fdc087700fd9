package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.gateway.ClientListener;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.loop.EventQueue;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From wallets to the engine, or to the operator's desk. Runs on the gateway's threads. */
public final class ClientIntake implements ClientListener {
  private final SignatureCheck signatures;
  private final EventQueue queue;
  private final AdminDesk admin;
  private final Consumer<Txid> payments;

  /**
   * Verifies, then enqueues.
   *
   * @param payments told of each payment as soon as it is read, valid or not
   */
  public ClientIntake(
      SignatureCheck signatures, EventQueue queue, AdminDesk admin, Consumer<Txid> payments) {
    this.signatures = signatures;
    this.queue = queue;
    this.admin = admin;
    this.payments = payments;
  }

  @Override
  public Optional<NetworkMessage.Error> received(ClientId client, NetworkMessage message) {
    if (message instanceof NetworkMessage.Admin command) {
      return admin.handle(client, command);
    }
    if (message instanceof NetworkMessage.TransactionBroadcast broadcast) {
      payments.accept(broadcast.transaction().txid());
    }
    Optional<NetworkMessage.Error> error = signatures.check(message);
    if (error.isPresent() || queue.offer(new EngineEvent.FromClient(client, message))) {
      return error;
    }
    return Optional.of(
        new NetworkMessage.Error(
            ErrorCode.BUSY, "the node has more to do than it can; try again", requestId(message)));
  }

  private static @Nullable String requestId(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast m -> m.requestId();
      case NetworkMessage.UtxoStateQuery m -> m.requestId();
      case NetworkMessage.UtxoSubscribe m -> m.requestId();
      case NetworkMessage.UtxoUnsubscribe m -> m.requestId();
      case NetworkMessage.GetTransactions m -> m.requestId();
      case NetworkMessage.GetAddressHistory m -> m.requestId();
      case NetworkMessage.GetBlocks m -> m.requestId();
      case NetworkMessage.GetStatus m -> m.requestId();
      default -> null;
    };
  }

  @Override
  public void closed(ClientId client) {
    queue.put(new EngineEvent.ClientClosed(client));
  }

  @Override
  public void resync(ClientId client) {
    queue.put(new EngineEvent.ClientResync(client));
  }
}
