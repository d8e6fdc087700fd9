package io.timecoin.node.sim;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Byzantine masternode made of two honest ones under one key: each connection talks to one of
 * them, so that everything this node says is well-formed and plausible, and half of it contradicts
 * the other half.
 */
final class Twin implements SimPeer {
  private final SimWorld world;
  private final int index;
  private final List<SimNode> halves;
  private final Map<PeerId, SimNode> halfOf = new HashMap<>();

  Twin(SimWorld world, int index, SigningKey key) {
    this.world = world;
    this.index = index;
    this.halves =
        List.of(
            new SimNode(world, index, key, Witness.BLIND),
            new SimNode(world, index, key, Witness.BLIND));
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public PublicKey publicKey() {
    return halves.getFirst().publicKey();
  }

  @Override
  public boolean mayForge() {
    return false; // what it says is signed by itself, and relayed by an honest engine
  }

  @Override
  public boolean running() {
    return true;
  }

  @Override
  public void start() {
    halves.forEach(half -> half.startAs(this));
  }

  @Override
  public void connected(PeerId link, SimPeer other) {
    world.coverage.fault(new Fault.Lying(index, Fault.Lie.TWIN));
    SimNode half = halves.get(world.random.nextInt(halves.size()));
    halfOf.put(link, half);
    half.connected(link, other);
  }

  @Override
  public void disconnected(PeerId link) {
    SimNode half = halfOf.remove(link);
    if (half != null) {
      half.disconnected(link);
    }
  }

  @Override
  public void receive(PeerId link, NetworkMessage message) {
    SimNode half = halfOf.get(link);
    if (half != null) {
      half.receive(link, message);
    }
  }
}
