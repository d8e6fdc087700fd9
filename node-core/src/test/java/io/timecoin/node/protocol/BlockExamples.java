package io.timecoin.node.protocol;

import static io.timecoin.node.protocol.ProtocolExamples.FUNDS;
import static io.timecoin.node.protocol.ProtocolExamples.MS;
import static io.timecoin.node.protocol.ProtocolExamples.NETWORK;
import static io.timecoin.node.protocol.ProtocolExamples.PAYMENT;
import static io.timecoin.node.protocol.ProtocolExamples.QUORUM;
import static io.timecoin.node.protocol.ProtocolExamples.TXID;
import static io.timecoin.node.protocol.ProtocolExamples.WALLET;

import io.timecoin.node.base.Amount;
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
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.tx.Coinbase;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionSigner;
import io.timecoin.node.tx.TransactionSigner.Spend;
import io.timecoin.node.tx.TxOutput;
import java.util.List;

/** The end of the story: the payment in a block, and another one that a block releases. */
final class BlockExamples {
  private static final long HEIGHT = 7;
  private static final SigningKey PROPOSER =
      NETWORK.keys().stream()
          .filter(
              key -> key.publicKey().equals(ProposerRotation.of(NETWORK.masternodes(), HEIGHT, 0)))
          .findFirst()
          .orElseThrow();

  /** Spends the same coin: what entitles masternodes to promise its release. */
  static final Transaction RIVAL =
      TransactionSigner.sign(
          NETWORK.genesisHash(),
          List.of(new Spend(FUNDS, WALLET)),
          List.of(new TxOutput(Amount.ofTime(999), ProtocolExamples.THEIRS)),
          1_763_000_101);

  static final Block BLOCK =
      Block.of(
          new Block.Place(
              HEIGHT,
              NETWORK.genesisHash(),
              MS + 5_000,
              PROPOSER.publicKey(),
              NETWORK.genesisHash()),
          new Coinbase(
              (int) HEIGHT,
              Math.floorDiv(MS + 5_000, 1_000),
              List.of(
                  new TxOutput(
                      NETWORK.genesis().minFee(),
                      NETWORK.masternodes().members().getFirst().rewardAddress()))),
          List.of(TXID),
          List.of(RIVAL.txid()));

  private static final BlockCertificate CERTIFICATE =
      new BlockCertificate(
          HEIGHT,
          0,
          BLOCK.hash(),
          NETWORK.keys().stream().limit(QUORUM).map(BlockExamples::precommit).toList());

  private BlockExamples() {}

  private static SignedBlockVote precommit(SigningKey key) {
    return SignedBlockVote.sign(
        key,
        NETWORK.genesisHash(),
        new BlockStatement(HEIGHT, 0, BlockPhase.PRECOMMIT, BLOCK.hash()));
  }

  static List<NetworkMessage> messages() {
    Candidate candidate =
        new Candidate(
            BLOCK,
            List.of(),
            List.of(
                new VoteCertificate.Release(
                    RIVAL.txid(), NETWORK.approvals(QUORUM, RIVAL.txid(), VotePhase.PROMISE))));
    BlockStatement nil = new BlockStatement(HEIGHT, 1, BlockPhase.PREVOTE, null);
    return List.of(
        new NetworkMessage.ReleasePromise(
            List.of(new Promise(NETWORK.approve(0, RIVAL.txid(), VotePhase.PROMISE), PAYMENT))),
        new NetworkMessage.BlockProposal(
            Proposal.sign(
                PROPOSER, NETWORK.genesisHash(), HEIGHT, 0, Proposal.NO_ROUND, BLOCK.hash()),
            candidate,
            List.of()),
        new NetworkMessage.BlockVote(
            List.of(
                precommit(NETWORK.keys().getFirst()),
                SignedBlockVote.sign(NETWORK.keys().get(1), NETWORK.genesisHash(), nil))),
        new NetworkMessage.ChainStatus(HEIGHT, BLOCK.hash()),
        new NetworkMessage.GetBlocks(new BlockSelector.From(HEIGHT), 20, "b1"),
        new NetworkMessage.Blocks(
            List.of(new BlockRecord(new DecidedBlock(BLOCK, CERTIFICATE), List.of(PAYMENT))),
            HEIGHT,
            "b1"),
        new NetworkMessage.GetCheckpoint("c1"),
        new NetworkMessage.CheckpointOffer(HEIGHT, List.of(BLOCK.hash()), "c1"),
        new NetworkMessage.GetCheckpointChunk(HEIGHT, 0, "c2"),
        new NetworkMessage.CheckpointChunk(HEIGHT, 0, "eNpjYGBgAAAABAAB", "c2"));
  }
}
