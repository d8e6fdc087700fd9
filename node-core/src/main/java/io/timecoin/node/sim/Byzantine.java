package io.timecoin.node.sim;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.engine.PeerId;
import io.timecoin.node.finality.Decision;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.sim.Fault.Lie;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A masternode that tells its lies to some and not to others, and is silent otherwise. */
final class Byzantine implements SimPeer {
  /** How often it lies about one transaction: two liars would feed each other for ever. */
  private static final int LIES_MAX = 80;

  /** How often it lies at all: their orphans are transactions too. */
  private static final int ALL_LIES_MAX = 500;

  private static final int HEARD_MAX = 2_000;

  private final SimWorld world;
  private final int index;
  private final SigningKey key;
  private final Set<Lie> lies;
  private final ByzantineBlocks blocks;
  private final Map<PeerId, SimPeer> links = new HashMap<>();
  private final Map<Txid, Integer> told = new HashMap<>();
  private final List<SignedVote> heard = new ArrayList<>();
  private int toldInAll;

  Byzantine(SimWorld world, int index, SigningKey key, Set<Lie> lies) {
    this.world = world;
    this.index = index;
    this.key = key;
    this.lies = lies;
    this.blocks = new ByzantineBlocks(world, key, this);
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
    return true;
  }

  @Override
  public boolean running() {
    return true;
  }

  @Override
  public void start() {
    world.peers.stream()
        .filter(p -> p.index() != index)
        .forEach(p -> world.network.connectSoon(this, p));
  }

  @Override
  public void connected(PeerId link, SimPeer other) {
    links.put(link, other);
  }

  @Override
  public void disconnected(PeerId link) {
    links.remove(link);
  }

  /** Whether it tells that lie now; counts it. */
  boolean tells(Lie lie) {
    if (!lies.contains(lie) || toldInAll >= ALL_LIES_MAX) {
      return false;
    }
    toldInAll++;
    world.coverage.fault(new Fault.Lying(index, lie));
    return true;
  }

  /** The honest ones it is connected to. */
  List<SimPeer> victims() {
    return links.values().stream().filter(peer -> !peer.mayForge()).toList();
  }

  @Override
  public void receive(PeerId link, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.TransactionBroadcast m -> lieAbout(m.transaction().txid());
      case NetworkMessage.InstantFinalityVote m -> {
        if (heard.size() < HEARD_MAX) {
          heard.addAll(m.votes());
        }
        m.votes().stream().map(v -> v.statement().txid()).distinct().forEach(this::lieAbout);
      }
      case NetworkMessage.ReleasePromise m ->
          m.promises()
              .forEach(promise -> promise(promise.vote().statement().txid(), promise.conflict()));
      default -> blocks.receive(links.get(link), message);
    }
  }

  private void lieAbout(Txid txid) {
    for (SimPeer victim : victims()) {
      if (told.merge(txid, 1, Integer::sum) > LIES_MAX) {
        return;
      }
      switch (Lie.values()[world.random.nextInt(Lie.values().length)]) {
        case VOTE_BOTH_WAYS -> {
          if (tells(Lie.VOTE_BOTH_WAYS)) {
            Decision either = world.random.nextBoolean() ? Decision.APPROVE : Decision.REJECT;
            vote(victim, new VoteStatement(txid, VotePhase.PREPARE, either));
          }
        }
        case COMMIT_UNPROVEN -> {
          if (tells(Lie.COMMIT_UNPROVEN)) {
            vote(victim, VoteStatement.approve(txid, VotePhase.COMMIT));
          }
        }
        case FORGE -> {
          if (tells(Lie.FORGE)) {
            forge(victim, txid);
          }
        }
        case REPLAY -> {
          if (!heard.isEmpty() && tells(Lie.REPLAY)) {
            send(victim, List.of(heard.get(world.random.nextInt(heard.size()))));
          }
        }
        case CLAIM_FINAL -> {
          if (tells(Lie.CLAIM_FINAL)) {
            claim(victim, txid);
          }
        }
        case ORPHANS -> {
          if (tells(Lie.ORPHANS)) {
            orphan(victim);
          }
        }
        default -> {} // silence, or a lie about blocks
      }
    }
  }

  private void vote(SimPeer victim, VoteStatement statement) {
    send(victim, VoteSignatures.sign(key, world.genesisHash, List.of(statement)));
  }

  private void forge(SimPeer victim, Txid txid) {
    var statement = VoteStatement.approve(txid, VotePhase.COMMIT);
    SignedVote own = VoteSignatures.sign(key, world.genesisHash, List.of(statement)).getFirst();
    PublicKey other = world.peers.get(world.random.nextInt(world.peers.size())).publicKey();
    send(victim, List.of(new SignedVote(other, own.statement(), own.proof())));
  }

  /** A certificate of whatever commits it has heard, usually too few. */
  private void claim(SimPeer victim, Txid txid) {
    var commit = VoteStatement.approve(txid, VotePhase.COMMIT);
    List<SignedVote> commits =
        heard.stream().filter(v -> v.statement().equals(commit)).distinct().toList();
    world.network.send(
        this,
        victim,
        new NetworkMessage.FinalityCertificate(
            new VoteCertificate.Finality(txid, commits), world.genesisHash, null));
    world.network.send(
        this, victim, new NetworkMessage.InstantFinalityVote(List.of(), List.of(txid)));
  }

  /** A payment of a coin that no transaction made. */
  private void orphan(SimPeer victim) {
    Transaction orphan = Payments.ofNothing(world);
    world.invariants.known(orphan);
    world.network.send(this, victim, new NetworkMessage.TransactionBroadcast(orphan, null));
  }

  /** Promises whatever it hears promised, to some. */
  private void promise(Txid txid, Transaction conflict) {
    if (!lies.contains(Lie.PROMISE_ALL) || told.merge(txid, 1, Integer::sum) > LIES_MAX) {
      return;
    }
    var statement = VoteStatement.approve(txid, VotePhase.PROMISE);
    SignedVote vote = VoteSignatures.sign(key, world.genesisHash, List.of(statement)).getFirst();
    for (SimPeer victim : victims()) {
      if (world.random.nextBoolean() && tells(Lie.PROMISE_ALL)) {
        world.network.send(
            this, victim, new NetworkMessage.ReleasePromise(List.of(new Promise(vote, conflict))));
      }
    }
  }

  private void send(SimPeer victim, List<SignedVote> votes) {
    world.network.send(this, victim, new NetworkMessage.InstantFinalityVote(votes, List.of()));
  }
}
