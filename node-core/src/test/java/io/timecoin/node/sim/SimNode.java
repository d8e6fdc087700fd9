package io.timecoin.node.sim;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.Action;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.Cut;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.engine.SettleRules;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.ledger.MemoryArchive;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An honest masternode: the real engine, a disk that survives crashes, connections that do not. */
final class SimNode implements SimPeer {
  private static final long TICK_MS = 25;
  private static final long RESTART_AFTER_MS = 300;
  private static final int SETTLING_MS_MAX = 500;

  /** Small, so that every run settles often and at odd moments. */
  private static final SettleRules SETTLE = new SettleRules(2, 20, 3);

  final SimWorld world;
  List<JournalRecord> disk = new ArrayList<>();

  /** Survives crashes as the disk does. */
  private final MemoryArchive archive = new MemoryArchive();

  final Map<PeerId, SimPeer> links = new HashMap<>();
  final Map<ClientId, SimWallet> clients = new HashMap<>();
  private final int index;
  private final SigningKey key;
  private @Nullable MasternodeEngine engine;
  private @Nullable Turn turn;
  private int life;

  /** How often it began with a settled past. */
  int restartsOnArchive;

  SimNode(SimWorld world, int index, SigningKey key) {
    this.world = world;
    this.index = index;
    this.key = key;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public PublicKey publicKey() {
    return key.publicKey();
  }

  @Override
  public boolean running() {
    return engine != null;
  }

  MasternodeEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("node " + index + " is down");
    }
    return engine;
  }

  @Override
  public void start() {
    MasternodeEngine fresh =
        new MasternodeEngine(
            new EngineConfig(
                world.genesis, key.publicKey(), "node-" + index, "sim", index, archive, SETTLE));
    disk.forEach(fresh::restore);
    restartsOnArchive += archive.tip().isPresent() ? 1 : 0;
    engine = fresh;
    turn = new Turn(fresh, key, world.genesis.hash());
    world.invariants.restarted(this);
    world.peers.stream().filter(p -> p != this).forEach(p -> world.connectSoon(this, p));
    tick(++life);
  }

  private void tick(int ofLife) {
    if (engine != null && life == ofLife) {
      handle(new EngineEvent.Tick());
      world.after(TICK_MS, () -> tick(ofLife));
    }
  }

  @Override
  public void connected(PeerId link, SimPeer other) {
    links.put(link, other);
    handle(new EngineEvent.PeerConnected(link, other.publicKey()));
  }

  @Override
  public void disconnected(PeerId link) {
    links.remove(link);
    handle(new EngineEvent.PeerDisconnected(link));
  }

  @Override
  public void receive(PeerId link, NetworkMessage message) {
    SimPeer sender = links.get(link);
    boolean forged = sender instanceof Byzantine && world.verifier.check(message).isPresent();
    if (!forged) {
      handle(new EngineEvent.FromPeer(link, message));
    }
  }

  void fromClient(ClientId client, NetworkMessage message) {
    if (running() && world.verifier.check(message).isEmpty()) {
      handle(new EngineEvent.FromClient(client, message));
    }
  }

  private void handle(EngineEvent event) {
    Turn running = turn;
    if (running == null) {
      return;
    }
    Turn.Result result = running.run(List.of(event), world.nowMs);
    if (world.happens(world.profile.crash() / 2)) {
      crash(); // nothing durable, nothing sent
      return;
    }
    disk.addAll(result.records());
    world.invariants.turnEnded(this, result);
    result.cut().ifPresent(this::cut);
    List<Action> sends = result.sends();
    int done = world.happens(world.profile.crash()) ? world.random.nextInt(sends.size() + 1) : -1;
    for (int i = 0; i < sends.size(); i++) {
      if (i == done) {
        break;
      }
      perform(sends.get(i));
    }
    if (done >= 0) {
      crash();
    }
  }

  /** The journal is cut here once the archive has the rest; a crash before leaves it whole. */
  private void cut(Cut cut) {
    int at = disk.size();
    int ofLife = life;
    world.after(
        1 + world.random.nextInt(SETTLING_MS_MAX),
        () -> {
          if (life == ofLife && running()) {
            settle(cut, at);
          }
        });
  }

  private void settle(Cut cut, int at) {
    if (world.happens(world.profile.crash())) {
      handle(new EngineEvent.SettlingFailed());
      return;
    }
    archive.settle(cut.settlement());
    List<JournalRecord> rest = new ArrayList<>(cut.live());
    rest.addAll(disk.subList(at, disk.size()));
    disk = rest;
    if (world.happens(world.profile.crash())) {
      crash(); // archived, but nobody was told
    } else {
      handle(new EngineEvent.Settled(cut.settlement().height()));
    }
  }

  private void perform(Action action) {
    switch (action) {
      case Action.ToPeer a -> {
        SimPeer to = links.get(a.peer());
        if (to != null) {
          world.send(this, to, a.message());
        }
      }
      case Action.ToAllPeers a ->
          List.copyOf(links.values()).forEach(to -> world.send(this, to, a.message()));
      case Action.ToClient a -> {
        SimWallet wallet = clients.get(a.client());
        if (wallet != null) {
          wallet.receive(a.client(), a.message());
        }
      }
      case Action.Join _ -> // nobody has one here: the blocks must do
          world.after(SETTLING_MS_MAX, () -> handle(new EngineEvent.JoinFailed()));
      case Action.Misbehaved a -> world.invariants.misbehaved(this, links.get(a.peer()), a);
      case Action.Alarm a -> world.invariants.alarm(this, a);
      case Action.Persist _,
          Action.CastVote _,
          Action.CastBlockVote _,
          Action.SignProposal _,
          Action.Claim _ ->
          throw new AssertionError("not a send");
    }
  }

  void crash() {
    engine = null;
    turn = null;
    List<SimPeer> others = List.copyOf(links.values());
    links.clear();
    clients.values().forEach(SimWallet::lost);
    clients.clear();
    others.forEach(other -> world.disconnect(this, other));
    world.after(
        RESTART_AFTER_MS,
        () -> {
          if (!running()) {
            start();
          }
        });
  }
}
