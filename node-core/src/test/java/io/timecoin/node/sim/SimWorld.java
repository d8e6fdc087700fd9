package io.timecoin.node.sim;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.MessageVerifier;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.TxOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * A network, its clock and its disks in one thread: everything that happens follows from the seed.
 */
final class SimWorld {
  static final long START_MS = 1_700_000_000_000L;
  static final int COINS = 64;
  static final Duration BLOCK_INTERVAL = Duration.ofMillis(500);
  static final Duration LOCK_LEASE = Duration.ofSeconds(1);
  static final Amount REWARD = Amount.ofUnits(100_003);
  static final Amount COIN = Amount.ofTime(10);

  private record Task(long atMs, long order, Runnable action) {}

  final SimProfile profile;
  final Random random;
  final Genesis genesis;
  final SigningKey wallet;
  final MessageVerifier verifier;
  final Invariants invariants;
  final List<SimPeer> peers = new ArrayList<>();
  long nowMs = START_MS;
  boolean faults = true;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atMs).thenComparingLong(Task::order));
  private final Map<Long, Link> links = new HashMap<>();

  /** Messages sent so far, by type. */
  final Map<String, Integer> sent = new TreeMap<>();

  private long order;
  private long nextPeerId = 1;
  private int cut; // peers below this index cannot reach those from it on; 0: no partition

  SimWorld(long seed, SimProfile profile) {
    this.profile = profile;
    this.random = new Random(seed);
    this.wallet = key();
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < profile.nodes(); i++) {
      keys.add(key());
    }
    this.genesis = genesis(keys);
    this.verifier = new MessageVerifier(genesis);
    this.invariants = new Invariants(this);
    for (int i = 0; i < keys.size(); i++) {
      boolean lies = i >= keys.size() - profile.byzantine();
      peers.add(lies ? new Byzantine(this, i, keys.get(i)) : new SimNode(this, i, keys.get(i)));
    }
    peers.forEach(SimPeer::start);
  }

  private SigningKey key() {
    byte[] secret = new byte[SigningKey.SECRET_BYTES];
    random.nextBytes(secret);
    return SigningKey.of(secret);
  }

  private Genesis genesis(List<SigningKey> keys) {
    var version = Network.DEVNET.addressVersion();
    List<Masternode> members = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      members.add(
          new Masternode(
              "node-" + i,
              keys.get(i).publicKey(),
              Hashes.addressOf(version, keys.get(i).publicKey())));
    }
    List<TxOutput> outputs = new ArrayList<>();
    for (int i = 0; i < COINS; i++) {
      outputs.add(new TxOutput(COIN, Hashes.addressOf(version, wallet.publicKey())));
    }
    return new Genesis(
        "sim",
        Network.DEVNET,
        START_MS / 1000,
        outputs,
        new MasternodeSet(members),
        BLOCK_INTERVAL,
        LOCK_LEASE,
        REWARD,
        Genesis.DEFAULT_MIN_FEE,
        Amount.ofTime(10_000),
        GenesisLimits.DEFAULT);
  }

  List<SimNode> honest() {
    return peers.stream().filter(SimNode.class::isInstance).map(SimNode.class::cast).toList();
  }

  void after(long delayMs, Runnable action) {
    tasks.add(new Task(nowMs + delayMs, order++, action));
  }

  /** Runs everything due in the next so many virtual milliseconds. */
  void run(long forMs) {
    long until = nowMs + forMs;
    while (!tasks.isEmpty() && tasks.peek().atMs() <= until) {
      Task task = tasks.poll();
      nowMs = task.atMs();
      task.action().run();
    }
    nowMs = until;
  }

  boolean happens(double chance) {
    return faults && random.nextDouble() < chance;
  }

  int delay() {
    return 1 + random.nextInt(profile.delayMaxMs());
  }

  /** Connects two running peers, after a while, unless they are. */
  void connectSoon(SimPeer a, SimPeer b) {
    after(
        delay(),
        () -> {
          if (a.running() && b.running() && !links.containsKey(pair(a, b))) {
            if (separated(a, b)) {
              connectSoon(a, b);
              return;
            }
            Link link = new Link(a, b, new PeerId(nextPeerId++), new PeerId(nextPeerId++));
            links.put(pair(a, b), link);
            a.connected(link.idOf(b), b);
            b.connected(link.idOf(a), a);
          }
        });
  }

  /** The connection ends for both; what is under way on it is lost. */
  void disconnect(SimPeer a, SimPeer b) {
    Link link = links.remove(pair(a, b));
    if (link != null) {
      if (a.running()) {
        a.disconnected(link.idOf(b));
      }
      if (b.running()) {
        b.disconnected(link.idOf(a));
      }
      connectSoon(a, b);
    }
  }

  /** Messages of one connection may overtake each other: harsher than TCP. */
  void send(SimPeer from, SimPeer to, NetworkMessage message) {
    Link link = links.get(pair(from, to));
    if (link == null) {
      return;
    }
    sent.merge(message.getClass().getSimpleName(), 1, Integer::sum);
    if (happens(profile.loss())) {
      after(0, () -> disconnect(from, to));
      return;
    }
    after(
        delay(),
        () -> {
          if (to.running() && link.equals(links.get(pair(from, to)))) {
            to.receive(link.idOf(from), message);
          }
        });
  }

  void partition(long forMs) {
    cut = 1 + random.nextInt(peers.size() - 1);
    for (SimPeer a : peers) {
      for (SimPeer b : peers) {
        if (a.index() < b.index() && separated(a, b)) {
          disconnect(a, b);
        }
      }
    }
    after(forMs, () -> cut = 0);
  }

  void heal() {
    cut = 0;
  }

  private boolean separated(SimPeer a, SimPeer b) {
    return cut > 0 && (a.index() < cut) != (b.index() < cut);
  }

  private long pair(SimPeer a, SimPeer b) {
    return (long) Math.min(a.index(), b.index()) << 32 | Math.max(a.index(), b.index());
  }

  private record Link(SimPeer a, SimPeer b, PeerId idOfA, PeerId idOfB) {
    PeerId idOf(SimPeer peer) {
      return peer.equals(a) ? idOfA : idOfB;
    }
  }
}
