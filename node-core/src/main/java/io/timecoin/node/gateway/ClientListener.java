package io.timecoin.node.gateway;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Optional;

/** What the node does with its wallets. */
public interface ClientListener {
  /**
   * A request within all limits. Called on a decoder thread, one at a time for each client, never
   * after {@link #closed}. Blocking it holds up other clients' requests, so a full queue is an
   * answer.
   *
   * @return an error to send back at once (invalid signature, busy), else empty
   */
  Optional<NetworkMessage.Error> received(ClientId client, NetworkMessage message);

  /** The connection ended. Called once, on the gateway's event thread, which it may block. */
  void closed(ClientId client);

  /**
   * Messages to the client were dropped and it has been told so; every subscription of it needs a
   * new {@code SubscriptionConfirmed}. Until that one comes, notifications of the subscription are
   * dropped. Called on the gateway's event thread, which it may block.
   */
  void resync(ClientId client);
}
