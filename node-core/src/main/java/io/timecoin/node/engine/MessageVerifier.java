package io.timecoin.node.engine;

import io.timecoin.node.base.Signature;
import io.timecoin.node.finality.CertificateVerifier;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VoteSignatures;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.protocol.NotificationSignature;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TransactionRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks every signature in a message before the message becomes an event: on the threads that read
 * sockets, in parallel, so that the engine's thread never does. Pure and stateless.
 */
public final class MessageVerifier {
  private final Genesis genesis;
  private final TransactionRules rules;
  private final CertificateVerifier certificates;
  private final BlockVerifier blocks;

  /** For one network. */
  public MessageVerifier(Genesis genesis) {
    this.genesis = genesis;
    this.rules = genesis.transactionRules();
    this.certificates = new CertificateVerifier(rules.genesisHash(), genesis.masternodes());
    this.blocks = new BlockVerifier(certificates);
  }

  /** What to answer if something in it is invalid; empty when the engine may see it. */
  public Optional<Error> check(NetworkMessage message) {
    return switch (message) {
      case NetworkMessage.TransactionBroadcast m -> transaction(m.transaction(), m.requestId());
      case NetworkMessage.InstantFinalityVote m -> votes(m.votes());
      case NetworkMessage.FinalityCertificate m -> certificate(m.certificate(), m.requestId());
      case NetworkMessage.UtxoStateNotification m -> notification(m);
      case NetworkMessage.Transactions m -> records(m.transactions());
      case NetworkMessage.UtxoSubscribe m -> addresses(m);
      case NetworkMessage.ReleasePromise m -> promises(m.promises());
      case NetworkMessage.BlockProposal m -> blocks.proposal(m);
      case NetworkMessage.BlockVote m -> blocks.votes(m.votes());
      case NetworkMessage.Blocks m -> blocks(m);
      default -> Optional.empty();
    };
  }

  private Optional<Error> addresses(NetworkMessage.UtxoSubscribe message) {
    return message.addresses().stream()
        .filter(address -> !address.belongsTo(genesis.network()))
        .findFirst()
        .map(
            address ->
                new Error(
                    ErrorCode.INVALID_ADDRESS,
                    address + " is not an address of " + genesis.network().wireName(),
                    message.requestId()));
  }

  private Optional<Error> transaction(Transaction transaction, @Nullable String requestId) {
    return rules
        .check(transaction)
        .map(
            refusal ->
                switch (refusal) {
                  case WRONG_NETWORK ->
                      new Error(
                          ErrorCode.WRONG_NETWORK,
                          "an output's address is not of " + genesis.network().wireName(),
                          requestId);
                  case ABOVE_SUPPLY_CAP ->
                      new Error(
                          ErrorCode.ABOVE_SUPPLY_CAP,
                          "the outputs sum up to more than there can be",
                          requestId);
                  case BAD_SIGNATURE ->
                      new Error(
                          ErrorCode.BAD_SIGNATURE,
                          "an input's signature is not its key's for this network",
                          requestId);
                });
  }

  private Optional<Error> votes(List<SignedVote> votes) {
    return VoteSignatures.firstForged(votes, rules.genesisHash())
        .map(
            vote ->
                new Error(
                    ErrorCode.BAD_SIGNATURE, "a vote is not signed by " + vote.voter(), null));
  }

  private Optional<Error> promises(List<Promise> promises) {
    Optional<Error> error = votes(promises.stream().map(Promise::vote).toList());
    return error.isPresent()
        ? error
        : promises.stream()
            .flatMap(promise -> transaction(promise.conflict(), null).stream())
            .findFirst();
  }

  private Optional<Error> blocks(NetworkMessage.Blocks message) {
    Optional<Error> error = blocks.decided(message.blocks());
    return error.isPresent()
        ? error
        : message.blocks().stream()
            .flatMap(record -> record.transactions().stream())
            .flatMap(body -> transaction(body, null).stream())
            .findFirst();
  }

  private Optional<Error> certificate(VoteCertificate certificate, @Nullable String requestId) {
    return certificates
        .check(certificate)
        .map(
            refusal ->
                new Error(
                    ErrorCode.BAD_CERTIFICATE,
                    "the certificate proves nothing: " + refusal,
                    requestId));
  }

  private Optional<Error> notification(NetworkMessage.UtxoStateNotification message) {
    VoteCertificate.Finality proof = message.certificate();
    Signature signature = message.signature();
    if (proof == null || signature == null) {
      return Optional.empty(); // worth nothing, and ignored by the engine
    }
    if (!NotificationSignature.verify(rules.genesisHash(), message.notification(), signature)) {
      return Optional.of(
          new Error(ErrorCode.BAD_SIGNATURE, "a notification is not its originator's", null));
    }
    return certificate(proof, null);
  }

  private Optional<Error> records(List<TransactionRecord> records) {
    for (TransactionRecord record : records) {
      Optional<Error> error = transaction(record.transaction(), null);
      VoteCertificate.Finality proof = record.certificate();
      if (error.isEmpty() && proof != null) {
        error = certificate(proof, null);
      }
      if (error.isPresent()) {
        return error;
      }
    }
    return Optional.empty();
  }
}
