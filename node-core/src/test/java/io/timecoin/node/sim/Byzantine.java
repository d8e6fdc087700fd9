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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A masternode that lies: votes for everything it hears of, yes to some and no to others, commits
 * without a certificate, forges votes of others, replays, claims finality, and keeps silent at
 * times.
 */
final class Byzantine implements SimPeer {
  /** How often it lies about one transaction. */
  private static final int LIES_MAX = 12;

  private final SimWorld world;
  private final int index;
  private final SigningKey key;
  private final Map<PeerId, SimPeer> links = new HashMap<>();
  private final Map<Txid, Integer> lies = new HashMap<>();
  private final List<SignedVote> heard = new ArrayList<>();

  Byzantine(SimWorld world, int index, SigningKey key) {
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
    return true;
  }

  @Override
  public void start() {
    world.peers.stream().filter(p -> p != this).forEach(p -> world.connectSoon(this, p));
  }

  @Override
  public void connected(PeerId link, SimPeer other) {
    links.put(link, other);
  }

  @Override
  public void disconnected(PeerId link) {
    links.remove(link);
  }

  @Override
  public void receive(PeerId link, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.TransactionBroadcast m -> lieAbout(m.transaction().txid());
      case NetworkMessage.InstantFinalityVote m -> {
        heard.addAll(m.votes());
        m.votes().stream().map(v -> v.statement().txid()).distinct().forEach(this::lieAbout);
      }
      default -> {}
    }
  }

  private void lieAbout(Txid txid) {
    if (lies.merge(txid, 1, Integer::sum) > LIES_MAX) {
      return; // two liars would feed each other for ever
    }
    for (SimPeer victim : List.copyOf(links.values())) {
      switch (world.random.nextInt(8)) {
        case 0 -> vote(victim, new VoteStatement(txid, VotePhase.PREPARE, Decision.APPROVE));
        case 1 -> vote(victim, new VoteStatement(txid, VotePhase.PREPARE, Decision.REJECT));
        case 2 -> vote(victim, new VoteStatement(txid, VotePhase.COMMIT, Decision.APPROVE));
        case 3 -> forge(victim, txid);
        case 4 -> replay(victim);
        case 5 -> claim(victim, txid);
        default -> {} // silence
      }
    }
  }

  private void vote(SimPeer victim, VoteStatement statement) {
    send(victim, VoteSignatures.sign(key, world.genesis.hash(), List.of(statement)));
  }

  private void forge(SimPeer victim, Txid txid) {
    var statement = VoteStatement.approve(txid, VotePhase.COMMIT);
    SignedVote own = VoteSignatures.sign(key, world.genesis.hash(), List.of(statement)).getFirst();
    PublicKey other = world.peers.get(world.random.nextInt(world.peers.size())).publicKey();
    send(victim, List.of(new SignedVote(other, own.statement(), own.proof())));
  }

  private void replay(SimPeer victim) {
    if (!heard.isEmpty()) {
      send(victim, List.of(heard.get(world.random.nextInt(heard.size()))));
    }
  }

  /** A certificate of whatever commits it has heard, usually too few. */
  private void claim(SimPeer victim, Txid txid) {
    var commit = VoteStatement.approve(txid, VotePhase.COMMIT);
    List<SignedVote> commits =
        heard.stream().filter(v -> v.statement().equals(commit)).distinct().toList();
    world.send(
        this,
        victim,
        new NetworkMessage.FinalityCertificate(
            new VoteCertificate.Finality(txid, commits), world.genesis.hash(), null));
    world.send(this, victim, new NetworkMessage.InstantFinalityVote(List.of(), List.of(txid)));
  }

  private void send(SimPeer victim, List<SignedVote> votes) {
    world.send(this, victim, new NetworkMessage.InstantFinalityVote(votes, List.of()));
  }
}
