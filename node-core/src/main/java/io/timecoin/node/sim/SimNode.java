package io.timecoin.node.sim;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.ClientId;
import io.timecoin.node.engine.EngineConfig;
import io.timecoin.node.engine.EngineEvent;
import io.timecoin.node.engine.MasternodeEngine;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.engine.SettleRules;
import io.timecoin.node.engine.Turn;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.runtime.loop.DurableOutlet;
import io.timecoin.node.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A masternode: the real engine and outlet on a disk that survives power losses, and connections
 * that do not. As in the real loop, events gather while a turn is being written.
 */
final class SimNode implements SimPeer {
  private static final long TICK_MS = 25;
  private static final int TURN_EVENTS_MAX = 512;
  private static final int WRITE_MICROS_MAX = 2_000;

  /** Small, so that every run settles often and at odd moments. */
  private static final SettleRules SETTLE = new SettleRules(2, 20, 3);

  private final SimWorld world;
  private final int index;
  private final SigningKey key;
  private final Witness witness;
  private final Mains mains;
  private final SimStore store;
  private final SimHands hands;
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

  SimNode(SimWorld world, int index, SigningKey key, Witness witness) {
    this.world = world;
    this.index = index;
    this.key = key;
    this.witness = witness;
    this.mains = new Mains(world);
    this.store = new SimStore(world.genesisHash, key.publicKey(), mains);
    this.hands = new SimHands(world, this, store, mains, witness);
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

  /** As whom the network knows it. */
  SimPeer appearance() {
    return appearance;
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
    engine = fresh;
    turn = new Turn(fresh, key, world.genesisHash);
    outlet = new DurableOutlet(hands);
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
    hands.link(link, other);
    handle(new EngineEvent.PeerConnected(link, other.publicKey()));
  }

  @Override
  public void disconnected(PeerId link) {
    hands.unlink(link);
    handle(new EngineEvent.PeerDisconnected(link));
  }

  @Override
  public void receive(PeerId link, NetworkMessage message) {
    SimPeer sender = hands.peer(link);
    boolean forged =
        sender != null && sender.mayForge() && world.verifier.check(message).isPresent();
    if (!forged) {
      handle(new EngineEvent.FromPeer(link, message));
    }
  }

  /** A wallet connects; what the node has to say goes to {@code receiver}. */
  void connect(ClientId client, Consumer<NetworkMessage> receiver, Runnable down) {
    hands.admit(client, receiver, down);
  }

  void disconnect(ClientId client) {
    if (hands.dismiss(client)) {
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
    later(
        micros,
        () -> {
          leave(result);
          writing = false;
          turns();
        });
  }

  /** After so many microseconds, unless the machine has lost its power by then. */
  void later(long micros, Runnable work) {
    int ofLife = life;
    world.clock.afterMicros(
        micros,
        () -> {
          if (life == ofLife && running()) {
            safely(work);
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

  private void crash(PowerLoss loss) {
    engine = null;
    turn = null;
    outlet = null;
    writing = false;
    latestMs = 0;
    inbox.clear();
    store.losePower(world.random);
    hands.letGo();
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
