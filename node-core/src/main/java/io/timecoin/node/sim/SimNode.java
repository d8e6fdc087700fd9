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
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.loop.DurableOutlet;
import io.timecoin.node.runtime.loop.Effects;
import io.timecoin.node.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A masternode: the real engine and outlet on a disk that survives power losses, and connections
 * that do not. As in the real loop, events gather while a turn is being written.
 */
final class SimNode implements SimPeer, Effects {
  private static final long TICK_MS = 25;
  private static final int TURN_EVENTS_MAX = 512;
  private static final int ARCHIVING_MS_MAX = 500;
  private static final int WRITE_MICROS_MAX = 2_000;
  private static final long JOIN_FAILS_AFTER_MS = 500;

  /** Small, so that every run settles often and at odd moments. */
  private static final SettleRules SETTLE = new SettleRules(2, 20, 3);

  private final SimWorld world;
  private final int index;
  private final SigningKey key;
  private final Witness witness;
  private final Mains mains;
  private final SimStore store;
  private final Map<PeerId, SimPeer> links = new HashMap<>();
  private final Map<ClientId, Consumer<NetworkMessage>> clients = new HashMap<>();
  private final List<Runnable> whenDown = new ArrayList<>();
  private final List<EngineEvent> inbox = new ArrayList<>();
  private @Nullable MasternodeEngine engine;
  private @Nullable Turn turn;
  private @Nullable DurableOutlet outlet;
  private SimPeer appearance = this;
  private boolean writing;
  private int life;
  private long latestMs;
  private Fault.@Nullable Skew skew;
  private int slowMs;
  private int startsOnArchive;

  SimNode(SimWorld world, int index, SigningKey key, Witness witness) {
    this.world = world;
    this.index = index;
    this.key = key;
    this.witness = witness;
    this.mains = new Mains(world);
    this.store = new SimStore(world.genesisHash, key.publicKey(), mains);
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
  public boolean mayForge() {
    return false;
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

  /** Whether it has nothing to do and nothing to write. */
  boolean isIdle() {
    return !writing && inbox.isEmpty();
  }

  /** How often it began with a settled past. */
  int startsOnArchive() {
    return startsOnArchive;
  }

  void plan(Fault.Crash crash) {
    mains.plan(crash);
  }

  void skew(Fault.Skew wrong) {
    skew = wrong;
  }

  /** Every write takes so long from now on. */
  void slowDisk(int latencyMs) {
    slowMs = latencyMs;
  }

  void fullDisk(boolean full) {
    store.full(full);
  }

  @Override
  public void start() {
    startAs(this);
  }

  /** Starts, and appears on the network as that peer. */
  void startAs(SimPeer peer) {
    appearance = peer;
    try {
      takeUp();
    } catch (PowerLoss loss) {
      crash(loss);
    } catch (StoreException e) {
      throw new Breach("node " + index + " cannot start again: " + e.getMessage());
    }
  }

  private void takeUp() throws StoreException {
    MasternodeEngine fresh =
        new MasternodeEngine(
            new EngineConfig(
                world.genesis,
                key.publicKey(),
                "node-" + index,
                "sim",
                index,
                store.archive(),
                SETTLE));
    store.open(
        record -> {
          witness.restored(this, record);
          fresh.restore(record);
        });
    startsOnArchive += store.archive().tip().isPresent() ? 1 : 0;
    engine = fresh;
    turn = new Turn(fresh, key, world.genesisHash);
    outlet = new DurableOutlet(this);
    witness.started(this);
    SimPeer self = appearance;
    world.peers.stream()
        .filter(p -> p.index() != index)
        .forEach(p -> world.network.connectSoon(self, p));
    tick(++life);
  }

  private void tick(int ofLife) {
    if (engine != null && life == ofLife) {
      handle(new EngineEvent.Tick());
      world.clock.after(TICK_MS, () -> tick(ofLife));
    }
  }

  /** Its own clock: wrong, perhaps, but never going back while it runs. */
  private long nowMs() {
    long now = world.clock.nowMs();
    if (skew != null) {
      now += skew.offsetMs() + world.clock.elapsedMs() * skew.driftPpm() / 1_000_000;
    }
    latestMs = Math.max(latestMs, now);
    return latestMs;
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
    boolean forged =
        sender != null && sender.mayForge() && world.verifier.check(message).isPresent();
    if (!forged) {
      handle(new EngineEvent.FromPeer(link, message));
    }
  }

  /** A wallet connects; what the node has to say goes to {@code receiver}. */
  void connect(ClientId client, Consumer<NetworkMessage> receiver, Runnable down) {
    clients.put(client, receiver);
    whenDown.add(down);
  }

  void disconnect(ClientId client) {
    if (clients.remove(client) != null) {
      handle(new EngineEvent.ClientClosed(client));
    }
  }

  void handle(EngineEvent event) {
    if (running()) {
      inbox.add(event);
      if (!writing) {
        safely(this::turns);
      }
    }
  }

  private void safely(Runnable work) {
    try {
      work.run();
    } catch (PowerLoss loss) {
      crash(loss);
    }
  }

  private void turns() {
    while (!inbox.isEmpty() && !writing && turn != null) {
      List<EngineEvent> some = inbox.subList(0, Math.min(inbox.size(), TURN_EVENTS_MAX));
      List<EngineEvent> batch = List.copyOf(some);
      some.clear();
      turn(batch);
    }
  }

  private void turn(List<EngineEvent> batch) {
    if (turn == null) {
      return;
    }
    Turn.Result result = turn.run(batch, nowMs());
    witness.turned(this);
    long micros = result.records().isEmpty() ? 0 : writeMicros();
    if (micros == 0) {
      leave(result);
      return;
    }
    writing = true;
    int ofLife = life;
    world.clock.afterMicros(
        micros,
        () -> {
          if (life == ofLife && running()) {
            safely(
                () -> {
                  leave(result);
                  writing = false;
                  turns();
                });
          }
        });
  }

  private long writeMicros() {
    return slowMs > 0 ? slowMs * 1_000L : world.random.nextInt(WRITE_MICROS_MAX);
  }

  /** First the disk, then the wires, by the code that does so in the product. */
  private void leave(Turn.Result result) {
    if (outlet != null) {
      inbox.addAll(0, outlet.turn(result, nowMs()));
    }
    if (outlet != null) {
      outlet.retry(nowMs()).ifPresent(event -> inbox.addFirst(event));
    }
  }

  @Override
  public void append(List<JournalRecord> batch) throws StoreException {
    store.append(batch);
    batch.forEach(
        record -> {
          world.trace.persisted(index, record);
          world.coverage.persisted(record);
        });
    witness.persisted(this, batch);
  }

  @Override
  public void settle(Cut cut) throws StoreException {
    long file = store.cut(cut);
    cut.live().forEach(world.coverage::persisted);
    int ofLife = life;
    world.clock.after(
        1 + world.random.nextInt(ARCHIVING_MS_MAX),
        () -> {
          if (life == ofLife && running()) {
            safely(() -> archive(cut, file));
          }
        });
  }

  private void archive(Cut cut, long file) {
    try {
      store.archive(cut, file);
      handle(new EngineEvent.Settled(cut.height()));
    } catch (StoreException e) {
      handle(new EngineEvent.SettlingFailed());
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
        Consumer<NetworkMessage> client = clients.get(a.client());
        if (client != null) {
          world.coverage.sent(a.message());
          client.accept(a.message());
        }
      }
      case Action.Join _ -> // nobody has a checkpoint here: the blocks must do
          world.clock.after(JOIN_FAILS_AFTER_MS, () -> handle(new EngineEvent.JoinFailed()));
      case Action.Misbehaved a -> witness.blames(this, links.get(a.peer()), a);
      case Action.Alarm a -> witness.alarms(this, a);
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
    witness.sends(this, message);
    world.network.send(appearance, to, message);
  }

  @Override
  public void broken(Throwable bug) {
    throw new Breach("node " + index + " is broken: " + bug);
  }

  private void crash(PowerLoss loss) {
    engine = null;
    turn = null;
    outlet = null;
    writing = false;
    latestMs = 0;
    inbox.clear();
    store.losePower(world.random);
    List<SimPeer> others = List.copyOf(links.values());
    links.clear();
    clients.clear();
    List<Runnable> told = List.copyOf(whenDown);
    whenDown.clear();
    told.forEach(Runnable::run);
    others.forEach(other -> world.network.disconnect(appearance, other));
    world.clock.after(
        loss.downMs(),
        () -> {
          if (!running()) {
            world.trace.happened("node %d starts again", index);
            start();
          }
        });
  }
}
