package io.timecoin.node.engine;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteTally;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.WaitingReason.Cause;
import io.timecoin.node.tx.Transaction;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction that is not final, with its votes and what the peers are known to have of it. */
final class PendingTransaction {
  /** Most wallets that are told about a transaction because they sent it. */
  private static final int SUBMITTERS_MAX = 16;

  /** Fees above are as good as this one; keeps the rate from overflowing. */
  private static final long FEE_COMPARED_MAX = Long.MAX_VALUE / 1000;

  final Transaction transaction;
  final long firstSeenMs;
  private final int bytes;
  final VoteTally tally;
  final VoteTimes times;

  /** Phases this node has voted in, or is about to in this turn. */
  final Set<VotePhase> cast = EnumSet.noneOf(VotePhase.class);

  final Set<ClientId> submitters = new LinkedHashSet<>();
  final Map<PeerId, PeerKnowledge> known = new HashMap<>();

  /** Whether it holds the locks of its inputs here. */
  boolean locked;

  /** Why it waits, while it is not locked. */
  @Nullable Cause waitCause;

  /** What it waits for. */
  List<Txid> waitsFor = List.of();

  /** Held while a parent is not final here. */
  VoteCertificate.@Nullable Finality certificate;

  /** One that spends one of the same coins: came with a promise, or has left the pool since. */
  @Nullable Transaction conflict;

  /** Whether its body is in the journal. */
  boolean persisted;

  /** Inputs minus outputs; nothing while an input is unknown. */
  Amount fee = Amount.ZERO;

  long nextRelayMs;
  long relayDelayMs;

  PendingTransaction(Transaction transaction, MasternodeSet set, long firstSeenMs) {
    this.transaction = transaction;
    this.firstSeenMs = firstSeenMs;
    this.bytes = transaction.canonicalBytes().length;
    this.tally = new VoteTally(transaction.txid(), set);
    this.times = new VoteTimes(set.size());
  }

  Txid txid() {
    return transaction.txid();
  }

  void submittedBy(ClientId client) {
    if (submitters.size() < SUBMITTERS_MAX) {
      submitters.add(client);
    }
  }

  PeerKnowledge known(PeerId peer) {
    return known.computeIfAbsent(peer, _ -> new PeerKnowledge());
  }

  /** Fee a kilobyte of canonical bytes, the order in which the pool gives way. */
  long feeRate() {
    return Math.min(fee.units(), FEE_COMPARED_MAX) * 1000 / bytes;
  }

  /** Whether nothing would be lost but itself: no lock, no vote of this node, no certificate. */
  boolean isIdle() {
    return !locked && cast.isEmpty() && certificate == null && !prepared();
  }

  boolean prepared() {
    return tally.isCertified(VotePhase.PREPARE);
  }
}
