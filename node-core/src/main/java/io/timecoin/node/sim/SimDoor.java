package io.timecoin.node.sim;

import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.gateway.ClientListener;
import io.timecoin.node.gateway.GatewayLimits;
import io.timecoin.node.gateway.VirtualClient;
import io.timecoin.node.protocol.NetworkMessage;
import java.time.Duration;
import java.util.Optional;

/** Where a node lets clients in: signatures are checked, the rest is the engine's. */
final class SimDoor implements ClientListener {
  /** Small queues, so that those of a client that does not read are dropped and made good. */
  private static final GatewayLimits LIMITS =
      GatewayLimits.DEFAULTS.with(
          new GatewayLimits.Outbound(40, 1 << 20, 4 << 20, Duration.ofSeconds(10)));

  private final SimWorld world;
  private final SimNode node;

  private SimDoor(SimWorld world, SimNode node) {
    this.world = world;
    this.node = node;
  }

  /** A new client of that node, which has yet to be told where its messages go. */
  static VirtualClient open(SimWorld world, SimNode node) {
    return new VirtualClient(
        new ClientId(world.nextClient()),
        LIMITS,
        world.codec,
        new SimDoor(world, node),
        world.clock::nanos);
  }

  @Override
  public Optional<NetworkMessage.Error> received(ClientId id, NetworkMessage message) {
    Optional<NetworkMessage.Error> refusal = world.verifier.check(message);
    if (refusal.isEmpty()) {
      node.handle(new EngineEvent.FromClient(id, message));
    }
    return refusal;
  }

  @Override
  public void closed(ClientId id) {
    node.handle(new EngineEvent.ClientClosed(id));
  }

  @Override
  public void resync(ClientId id) {
    world.trace.happened("a client of node %d was too slow and gets a snapshot", node.index());
    node.handle(new EngineEvent.ClientResync(id));
  }
}
