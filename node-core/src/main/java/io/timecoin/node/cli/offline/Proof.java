package io.timecoin.node.cli.offline;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.cli.console.CommandFailedException;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.finality.CertificateVerifier.Refusal;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.Locale;
import java.util.Optional;

/** What a certificate proves to whoever holds the genesis file. */
public record Proof(Hash256 genesisHash, MasternodeSet masternodes) {
  /** By that network's masternodes. */
  public static Proof of(Genesis genesis) {
    return new Proof(genesis.hash(), genesis.masternodes());
  }

  /**
   * The certificate, if it is valid.
   *
   * @throws CommandFailedException with the reason, if it proves nothing
   */
  public VoteCertificate.Finality check(NetworkMessage.FinalityCertificate message)
      throws CommandFailedException {
    requireNetwork(message.genesisHash());
    VoteCertificate.Finality certificate = message.certificate();
    Optional<Refusal> refusal =
        new CertificateVerifier(genesisHash, masternodes).check(certificate);
    if (refusal.isPresent()) {
      throw new CommandFailedException(
          refusal.get().name().toLowerCase(Locale.ROOT), reason(refusal.get(), certificate));
    }
    return certificate;
  }

  /**
   * Whether something is of this network.
   *
   * @throws CommandFailedException if it is of another
   */
  public void requireNetwork(Hash256 other) throws CommandFailedException {
    if (!other.equals(genesisHash)) {
      throw new CommandFailedException(
          "wrong_genesis",
          "that is of the network " + other + ", the genesis file is of " + genesisHash + ".");
    }
  }

  private String reason(Refusal refusal, VoteCertificate.Finality certificate) {
    return "the certificate proves nothing: "
        + switch (refusal) {
          case TOO_FEW_VOTES ->
              certificate.votes().size() + " votes, " + masternodes.quorum() + " are needed";
          case TOO_MANY_VOTES ->
              certificate.votes().size() + " votes of " + masternodes.size() + " masternodes";
          case FOREIGN_VOTE -> "a vote is for another transaction, or is no commit";
          case UNKNOWN_VOTER -> "a voter is no masternode of this network";
          case REPEATED_VOTER -> "a masternode is counted twice";
          case BAD_SIGNATURE -> "a signature is not its voter's";
        };
  }
}
