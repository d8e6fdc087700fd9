package io.timecoin.node.sim;

import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.loop.Effects;
import io.timecoin.node.store.StoreException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine of a simulated node does to its world: its disk, its peers, its wallets. */
final class SimHands implements Effects {
  private static final int ARCHIVING_MS_MAX = 500;
  private static final long JOIN_FAILS_AFTER_MS = 500;

  /** A wallet: where messages for it go, and whom to tell that the node is gone. */
  private record Client(Consumer<NetworkMessage> receiver, Runnable down) {}

  private final SimWorld world;
  private final SimNode node;
  private final SimStore store;
  private final Mains mains;
  private final Witness witness;
  private final Map<PeerId, SimPeer> links = new HashMap<>();
  private final Map<ClientId, Client> clients = new LinkedHashMap<>();

  SimHands(SimWorld world, SimNode node, SimStore store, Mains mains, Witness witness) {
    this.world = world;
    this.node = node;
    this.store = store;
    this.mains = mains;
    this.witness = witness;
  }

  void link(PeerId link, SimPeer other) {
    links.put(link, other);
  }

  void unlink(PeerId link) {
    links.remove(link);
  }

  /** Who is at the other end, or null if it is no more. */
  @Nullable SimPeer peer(PeerId link) {
    return links.get(link);
  }

  void admit(ClientId client, Consumer<NetworkMessage> receiver, Runnable down) {
    clients.put(client, new Client(receiver, down));
  }

  /** Whether that client was there. */
  boolean dismiss(ClientId client) {
    return clients.remove(client) != null;
  }

  /** Everybody loses this node. */
  void letGo() {
    List<SimPeer> others = List.copyOf(links.values());
    List<Client> told = List.copyOf(clients.values());
    links.clear();
    clients.clear();
    told.forEach(client -> client.down().run());
    others.forEach(other -> world.network.disconnect(node.appearance(), other));
  }

  @Override
  public void append(List<JournalRecord> batch) throws StoreException {
    store.append(batch);
    batch.forEach(
        record -> {
          world.trace.persisted(node.index(), record);
          world.coverage.persisted(record);
        });
    witness.persisted(node, batch);
  }

  @Override
  public void settle(Cut cut) throws StoreException {
    long file = store.cut(cut);
    cut.live().forEach(world.coverage::persisted);
    node.later(1_000L * (1 + world.random.nextInt(ARCHIVING_MS_MAX)), () -> archive(cut, file));
  }

  private void archive(Cut cut, long file) {
    try {
      store.archive(cut, file);
      node.handle(new EngineEvent.Settled(cut.height()));
    } catch (StoreException e) {
      node.handle(new EngineEvent.SettlingFailed());
    }
  }

  @Override
  public void perform(Action action) {
    switch (action) {
      case Action.ToPeer a -> {
        SimPeer to = links.get(a.peer());
        if (to != null) {
          send(to, a.message());
        }
      }
      case Action.ToAllPeers a -> List.copyOf(links.values()).forEach(to -> send(to, a.message()));
      case Action.ToClient a -> {
        mains.passes(Fault.Point.BEFORE_SEND);
        Client client = clients.get(a.client());
        if (client != null) {
          world.coverage.sent(a.message());
          client.receiver().accept(a.message());
        }
      }
      case Action.Join _ -> // nobody has a checkpoint here: the blocks must do
          world.clock.after(JOIN_FAILS_AFTER_MS, () -> node.handle(new EngineEvent.JoinFailed()));
      case Action.Misbehaved a -> witness.blames(node, links.get(a.peer()), a);
      case Action.Alarm a -> witness.alarms(node, a);
      case Action.Persist _,
          Action.CastVote _,
          Action.CastBlockVote _,
          Action.SignProposal _,
          Action.Claim _ ->
          throw new IllegalStateException("not a send");
    }
  }

  private void send(SimPeer to, NetworkMessage message) {
    mains.passes(Fault.Point.BEFORE_SEND);
    witness.sends(node, message);
    world.network.send(node.appearance(), to, message);
  }

  @Override
  public void broken(Throwable bug) {
    throw new Breach("node " + node.index() + " is broken: " + bug);
  }
}
