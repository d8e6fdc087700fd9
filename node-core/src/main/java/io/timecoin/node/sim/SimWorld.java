package io.timecoin.node.sim;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Network;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.MessageVerifier;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.GenesisLimits;
import io.timecoin.node.masternode.Masternode;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.MessageCodec;
import io.timecoin.node.tx.TxOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One network and all that surrounds it. */
final class SimWorld {
  static final int COINS = 64;
  static final Amount COIN = Amount.ofTime(10);
  static final Amount REWARD = Amount.ofUnits(100_003);
  static final GenesisLimits LIMITS = new GenesisLimits(300, 20);
  private static final Duration BLOCK_INTERVAL = Duration.ofMillis(500);

  /** So that no block falls into what is measured. */
  private static final Duration NO_BLOCKS = Duration.ofHours(1);

  private static final Duration LOCK_LEASE = Duration.ofSeconds(1);

  final SimProfile profile;
  final SimClock clock = new SimClock();
  final Random random;
  final Genesis genesis;
  final Hash256 genesisHash;
  final SigningKey wallet;
  final MessageVerifier verifier;
  final MessageCodec codec = new MessageCodec();
  final Coverage coverage = new Coverage();
  final Trace trace;
  final SimNetwork network;
  final Invariants invariants;
  private final Witness witness;
  final List<SimPeer> peers = new ArrayList<>();
  private final Map<Integer, Set<Fault.Lie>> lies = new HashMap<>();
  private long lastClient;

  /** Whether faults may still begin. */
  boolean faulty = true;

  SimWorld(
      long seed,
      SimProfile profile,
      List<Fault> faults,
      Latency latency,
      @Nullable Consumer<String> trace) {
    this(seed, profile, faults, latency, BLOCK_INTERVAL, trace, null);
  }

  /**
   * A network without blocks, in which nothing goes wrong, watched by somebody else than the
   * invariants.
   */
  static SimWorld watchedBy(Witness witness, long seed, SimProfile profile, Latency latency) {
    return new SimWorld(seed, profile, List.of(), latency, NO_BLOCKS, null, witness);
  }

  private SimWorld(
      long seed,
      SimProfile profile,
      List<Fault> faults,
      Latency latency,
      Duration blockInterval,
      @Nullable Consumer<String> trace,
      @Nullable Witness witness) {
    this.profile = profile;
    this.random = new Random(seed);
    this.trace = new Trace(clock, trace);
    this.wallet = key();
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < profile.nodes(); i++) {
      keys.add(key());
    }
    this.genesis = genesis(keys, blockInterval);
    this.genesisHash = genesis.hash(); // costs more than a signature
    this.verifier = new MessageVerifier(genesis);
    this.network = new SimNetwork(this, latency);
    this.invariants = new Invariants(this);
    this.witness = witness == null ? invariants : witness;
    for (Fault fault : faults) {
      if (fault instanceof Fault.Lying lying) {
        lies.computeIfAbsent(lying.node(), _ -> new TreeSet<>()).add(lying.lie());
      }
    }
    for (int i = 0; i < keys.size(); i++) {
      peers.add(peer(i, keys.get(i)));
    }
    peers.forEach(SimPeer::start);
  }

  private SimPeer peer(int index, SigningKey key) {
    if (index < profile.nodes() - profile.liars()) {
      return new SimNode(this, index, key, witness);
    }
    Set<Fault.Lie> told = lies.getOrDefault(index, Set.of());
    return told.contains(Fault.Lie.TWIN)
        ? new Twin(this, index, key)
        : new Byzantine(this, index, key, told);
  }

  private SigningKey key() {
    byte[] secret = new byte[SigningKey.SECRET_BYTES];
    random.nextBytes(secret);
    return SigningKey.of(secret);
  }

  private Genesis genesis(List<SigningKey> keys, Duration blockInterval) {
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
        SimClock.START_MS / 1000,
        outputs,
        new MasternodeSet(members),
        blockInterval,
        LOCK_LEASE,
        REWARD,
        Genesis.DEFAULT_MIN_FEE,
        Amount.ofTime(10_000),
        LIMITS);
  }

  List<SimNode> honest() {
    return peers.stream().filter(SimNode.class::isInstance).map(SimNode.class::cast).toList();
  }

  SimNode honest(int index) {
    return (SimNode) peers.get(index);
  }

  long nextClient() {
    return ++lastClient;
  }
}
