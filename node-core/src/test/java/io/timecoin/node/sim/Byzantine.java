package io.timecoin.node.sim;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.ProposerRotation;
import io.timecoin.node.block.SignedBlockVote;
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
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.Transaction;
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

  private static final int BLOCK_LIES_MAX = 200;

  private final SimWorld world;
  private final int index;
  private final SigningKey key;
  private final Map<PeerId, SimPeer> links = new HashMap<>();
  private final Map<Txid, Integer> lies = new HashMap<>();
  private final List<SignedVote> heard = new ArrayList<>();
  private int blockLies;

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
      case NetworkMessage.BlockProposal m -> lieAbout(m);
      case NetworkMessage.BlockVote m -> m.votes().forEach(v -> lieAbout(v.statement()));
      case NetworkMessage.ChainStatus m -> claimHeight(m.height());
      case NetworkMessage.GetBlocks _ -> {} // never helps
      case NetworkMessage.ReleasePromise m ->
          m.promises()
              .forEach(promise -> promise(promise.vote().statement().txid(), promise.conflict()));
      default -> {}
    }
  }

  /** Votes for it, against it, and for its own copy with another time; proposes that copy. */
  private void lieAbout(NetworkMessage.BlockProposal message) {
    Block block = message.candidate().block();
    lieAbout(
        new BlockStatement(
            block.height(), message.proposal().round(), BlockPhase.PREVOTE, block.hash()));
    if (blockLies++ % 3 == 0) {
      proposeOther(message);
    }
  }

  private void lieAbout(BlockStatement heard) {
    if (blockLies++ > BLOCK_LIES_MAX) {
      return;
    }
    for (SimPeer victim : List.copyOf(links.values())) {
      Hash256 block = world.random.nextBoolean() ? heard.block() : null;
      BlockPhase phase = BlockPhase.values()[world.random.nextInt(2)];
      int round = heard.round() + (world.random.nextInt(10) == 0 ? world.random.nextInt(40) : 0);
      if (world.random.nextInt(3) > 0) {
        var statement = new BlockStatement(heard.height(), round, phase, block);
        world.send(
            this,
            victim,
            new NetworkMessage.BlockVote(
                List.of(SignedBlockVote.sign(key, world.genesis.hash(), statement))));
      }
    }
  }

  /** In its turn: one block to some, another to the others. */
  private void proposeOther(NetworkMessage.BlockProposal message) {
    Candidate honest = message.candidate();
    Block block = honest.block();
    for (int round = 0; round < 6; round++) {
      boolean mine =
          ProposerRotation.of(world.genesis.masternodes(), block.height(), round)
              .equals(publicKey());
      for (SimPeer victim : mine ? List.copyOf(links.values()) : List.<SimPeer>of()) {
        long time = block.header().timestampMs() + world.random.nextInt(3);
        Block other =
            Block.of(
                new Block.Place(
                    block.height(),
                    block.header().parent(),
                    time,
                    block.header().proposer(),
                    block.header().state()),
                new Coinbase(
                    (int) block.height(), Math.floorDiv(time, 1000), block.coinbase().outputs()),
                block.transactions(),
                block.releases());
        world.send(
            this,
            victim,
            new NetworkMessage.BlockProposal(
                Proposal.sign(
                    key,
                    world.genesis.hash(),
                    block.height(),
                    round,
                    Proposal.NO_ROUND,
                    other.hash()),
                new Candidate(other, honest.prepared(), honest.releases()),
                List.of()));
      }
    }
  }

  private void claimHeight(long heard) {
    if (blockLies++ < BLOCK_LIES_MAX) {
      links
          .values()
          .forEach(
              victim ->
                  world.send(
                      this,
                      victim,
                      new NetworkMessage.ChainStatus(heard + 1_000, world.genesis.hash())));
    }
  }

  /** Promises whatever it hears promised, to some. */
  private void promise(Txid txid, Transaction conflict) {
    if (lies.merge(txid, 1, Integer::sum) > LIES_MAX) {
      return;
    }
    var statement = VoteStatement.approve(txid, VotePhase.PROMISE);
    SignedVote vote = VoteSignatures.sign(key, world.genesis.hash(), List.of(statement)).getFirst();
    for (SimPeer victim : List.copyOf(links.values())) {
      if (world.random.nextBoolean()) {
        world.send(
            this, victim, new NetworkMessage.ReleasePromise(List.of(new Promise(vote, conflict))));
      }
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
