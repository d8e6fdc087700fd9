package io.timecoin.node.engine;

import io.timecoin.node.block.BlockCertificate;
import io.timecoin.node.block.BlockPhase;
import io.timecoin.node.block.BlockStatement;
import io.timecoin.node.block.Candidate;
import io.timecoin.node.block.Proposal;
import io.timecoin.node.block.ProposerRotation;
import io.timecoin.node.block.SignedBlockVote;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks every signature in what is said about blocks. Pure and stateless. */
record BlockVerifier(CertificateVerifier certificates) {
  Optional<Error> proposal(NetworkMessage.BlockProposal message) {
    Proposal proposal = message.proposal();
    boolean inTurn =
        ProposerRotation.of(certificates.masternodes(), proposal.height(), proposal.round())
            .equals(proposal.proposer());
    if (!inTurn) {
      return error("a proposal by " + proposal.proposer() + ", whose turn it is not");
    }
    if (!proposal.verify(certificates.genesisHash())) {
      return error("a proposal is not signed by " + proposal.proposer());
    }
    if (!proposal.block().equals(message.candidate().block().hash())) {
      return error("a proposal comes with another block");
    }
    if (proposal.validRound() != Proposal.NO_ROUND && !isPolka(proposal, message.polka())) {
      return error("a proposal's valid round is not proven by q prevotes");
    }
    return proofs(message.candidate());
  }

  private boolean isPolka(Proposal proposal, List<SignedBlockVote> votes) {
    BlockStatement expected =
        new BlockStatement(
            proposal.height(), proposal.validRound(), BlockPhase.PREVOTE, proposal.block());
    long voters = votes.stream().map(SignedBlockVote::voter).distinct().count();
    return voters == votes.size()
        && voters >= certificates.masternodes().quorum()
        && votes.stream().allMatch(v -> v.statement().equals(expected) && isMembers(v));
  }

  private Optional<Error> proofs(Candidate candidate) {
    Stream<VoteCertificate> proofs =
        Stream.concat(candidate.prepared().stream(), candidate.releases().stream());
    return proofs
        .flatMap(proof -> certificates.check(proof).stream())
        .findFirst()
        .map(
            refusal ->
                new Error(
                    ErrorCode.BAD_CERTIFICATE,
                    "a proof in a proposed block proves nothing: " + refusal,
                    null));
  }

  Optional<Error> votes(List<SignedBlockVote> votes) {
    return votes.stream()
        .filter(vote -> !isMembers(vote))
        .findFirst()
        .flatMap(vote -> error("a block vote is not signed by a masternode " + vote.voter()));
  }

  private boolean isMembers(SignedBlockVote vote) {
    return certificates.masternodes().contains(vote.voter())
        && vote.verify(certificates.genesisHash());
  }

  Optional<Error> decided(List<BlockRecord> records) {
    return records.stream()
        .flatMap(record -> check(record.decided().certificate()).stream())
        .findFirst()
        .map(
            refusal ->
                new Error(
                    ErrorCode.BAD_CERTIFICATE,
                    "a block's certificate proves nothing: " + refusal,
                    null));
  }

  private Optional<BlockCertificate.Refusal> check(BlockCertificate certificate) {
    return certificate.check(certificates.masternodes(), certificates.genesisHash());
  }

  private static Optional<Error> error(String message) {
    return Optional.of(new Error(ErrorCode.BAD_SIGNATURE, message, null));
  }
}
