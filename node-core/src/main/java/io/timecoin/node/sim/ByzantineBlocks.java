package io.timecoin.node.sim;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.block.Block;
import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.ProposerRotation;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.crypto.SigningKey;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.sim.Fault.Lie;
import io.timecoin.node.tx.Coinbase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Byzantine masternode says about blocks. */
final class ByzantineBlocks {
  private static final int LIES_MAX = 1_400;
  private static final int ROUNDS = 6;

  private final SimWorld world;
  private final SigningKey key;
  private final Byzantine liar;
  private @Nullable Block lastSeen;
  private int told;

  ByzantineBlocks(SimWorld world, SigningKey key, Byzantine liar) {
    this.world = world;
    this.key = key;
    this.liar = liar;
  }

  void receive(@Nullable SimPeer from, NetworkMessage message) {
    switch (message) {
      case NetworkMessage.BlockProposal m -> {
        lastSeen = m.candidate().block();
        proposalHeard(m);
      }
      case NetworkMessage.BlockVote m -> m.votes().forEach(v -> voteOnWhatWasHeard(v.statement()));
      case NetworkMessage.ChainStatus m -> claimHeight(m.height());
      case NetworkMessage.GetBlocks m -> falseBlocks(from, m);
      default -> {}
    }
  }

  private boolean isTired() {
    return told++ > LIES_MAX;
  }

  private void proposalHeard(NetworkMessage.BlockProposal message) {
    Block block = message.candidate().block();
    voteOnWhatWasHeard(
        new BlockStatement(
            block.height(), message.proposal().round(), BlockPhase.PREVOTE, block.hash()));
    if (world.random.nextInt(3) == 0) {
      proposeOther(message);
    }
  }

  /** For it, against it, in this round and in rounds to come. */
  private void voteOnWhatWasHeard(BlockStatement heard) {
    for (SimPeer victim : liar.victims()) {
      if (world.random.nextInt(3) == 0 || isTired() || !liar.tells(Lie.BLOCK_VOTES)) {
        continue;
      }
      Hash256 block = world.random.nextBoolean() ? heard.block() : null;
      BlockPhase phase = BlockPhase.values()[world.random.nextInt(2)];
      int ahead = world.random.nextInt(10) == 0 ? world.random.nextInt(40) : 0;
      var statement = new BlockStatement(heard.height(), heard.round() + ahead, phase, block);
      world.network.send(
          liar,
          victim,
          new NetworkMessage.BlockVote(
              List.of(SignedBlockVote.sign(key, world.genesisHash, statement))));
    }
  }

  /** In its turn: one block to some, another to the others. */
  private void proposeOther(NetworkMessage.BlockProposal message) {
    Candidate honest = message.candidate();
    Block block = honest.block();
    for (int round = 0; round < ROUNDS; round++) {
      boolean mine =
          ProposerRotation.of(world.genesis.masternodes(), block.height(), round)
              .equals(key.publicKey());
      for (SimPeer victim : mine ? liar.victims() : List.<SimPeer>of()) {
        if (!isTired() && liar.tells(Lie.PROPOSE_TWO)) {
          Block other = atAnotherTime(block, world.random.nextInt(3));
          world.network.send(
              liar,
              victim,
              new NetworkMessage.BlockProposal(
                  Proposal.sign(
                      key,
                      world.genesisHash,
                      block.height(),
                      round,
                      Proposal.NO_ROUND,
                      other.hash()),
                  new Candidate(other, honest.prepared(), honest.releases()),
                  List.of()));
        }
      }
    }
  }

  private static Block atAnotherTime(Block block, long laterMs) {
    long time = block.header().timestampMs() + laterMs;
    return Block.of(
        new Block.Place(
            block.height(),
            block.header().parent(),
            time,
            block.header().proposer(),
            block.header().state()),
        new Coinbase((int) block.height(), Math.floorDiv(time, 1000), block.coinbase().outputs()),
        block.transactions(),
        block.releases());
  }

  private void claimHeight(long heard) {
    for (SimPeer victim : liar.victims()) {
      if (!isTired() && liar.tells(Lie.CLAIM_HEIGHT)) {
        world.network.send(
            liar, victim, new NetworkMessage.ChainStatus(heard + 1_000, world.genesisHash));
      }
    }
  }

  /** The last proposal heard, as if its own vote alone had decided it. */
  private void falseBlocks(@Nullable SimPeer victim, NetworkMessage.GetBlocks request) {
    Block block = lastSeen;
    if (victim == null || block == null || isTired() || !liar.tells(Lie.FALSE_BLOCKS)) {
      return;
    }
    var statement = new BlockStatement(block.height(), 0, BlockPhase.PRECOMMIT, block.hash());
    var own = SignedBlockVote.sign(key, world.genesisHash, statement);
    var decided =
        new DecidedBlock(
            block, new BlockCertificate(block.height(), 0, block.hash(), List.of(own)));
    world.network.send(
        liar,
        victim,
        new NetworkMessage.Blocks(
            List.of(new BlockRecord(decided, List.of())), block.height(), request.requestId()));
  }
}
