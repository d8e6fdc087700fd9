package io.timecoin.node.engine;

import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.Promise;
import io.timecoin.node.protocol.StateChange;
import io.timecoin.node.protocol.TransactionRecord;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps peers level. In a full mesh votes and transactions come from their makers and nothing is
 * relayed; what has not led to finality after a while is sent on to whoever is not known to have
 * it, once a connection. A peer that lags asks for what the others say is final.
 */
final class Gossip {
  private static final long RELAY_AFTER_MIN_MS = 50;
  private static final long RELAY_AFTER_MAX_MS = 1_000;
  private static final double RELAY_PATIENCE = 3;
  private static final long RELAY_DELAY_MAX_MS = 5_000;
  private static final int RELAYED_PER_TICK = 32;
  private static final int VOTES_A_MESSAGE = 256;

  /** Each comes with a transaction. */
  private static final int PROMISES_A_MESSAGE = 32;

  /** How many final transactions a new peer is told of. */
  private static final int INVENTORY_MAX = 10_000;

  /** Rough size of one answer, well inside a frame. */
  private static final int ANSWER_BYTES = 1 << 20;

  private static final int BYTES_A_VOTE = 1_000;

  /** Peers have that long to say that it is final there too. */
  private static final long CLAIM_AFTER_MS = 250;

  private record Due(Txid txid, long atMs) {}

  private final Deque<Due> claims = new ArrayDeque<>();
  private final Context context;
  private final Admission admission;
  private final Finality finality;
  private final Fetcher fetcher;
  private final CatchUp catchUp;

  Gossip(
      Context context, Admission admission, Finality finality, Fetcher fetcher, CatchUp catchUp) {
    this.catchUp = catchUp;
    this.context = context;
    this.admission = admission;
    this.finality = finality;
    this.fetcher = fetcher;
  }

  /**
   * Without news for so long, a transaction is stuck: a few times what votes take by themselves.
   * When they take long, more messages would make them take longer.
   */
  static long relayAfterMs(Context context) {
    long patient = Math.round(RELAY_PATIENCE * context.statistics.directMs());
    return Math.clamp(patient, RELAY_AFTER_MIN_MS, RELAY_AFTER_MAX_MS);
  }

  /** What a (re)connected peer may lack is due to be sent. */
  void connected(PeerId peer, PublicKey identity) {
    context.peers.put(peer, identity);
    context.tellHeight(peer);
    List<Txid> inventory = context.finals.unconfirmed(INVENTORY_MAX); // the rest is in blocks
    if (!inventory.isEmpty()) {
      context.toPeer(peer, new NetworkMessage.InstantFinalityVote(List.of(), inventory));
    }
    // at the pace of relaying: a large pool at once would overflow the connection's queue
    for (PendingTransaction entry : context.pool.all()) {
      entry.nextRelayMs = context.nowMs;
      entry.relayDelayMs = 0;
    }
  }

  void disconnected(PeerId peer) {
    context.peers.remove(peer);
    fetcher.disconnected(peer);
    context.pool.all().forEach(entry -> entry.known.remove(peer));
    context.finals.forget(peer);
  }

  /** The peer holds the certificates of these. */
  void announced(PeerId peer, List<Txid> finalized) {
    for (Txid txid : finalized) {
      PendingTransaction recent = context.finals.recent(txid);
      PendingTransaction entry = recent != null ? recent : context.pool.get(txid);
      if (entry != null) {
        entry.known(peer).proof = true; // also if it was faster than this node
      }
      if (recent == null && !context.finals.contains(txid)) {
        fetcher.want(txid, peer, context.nowMs);
      }
    }
  }

  /** Announces what became final, relays what is stuck, asks for what is missing. */
  void tick() {
    if (!context.announce.isEmpty()) {
      List<Txid> finalized = List.copyOf(context.announce);
      context.announce.clear();
      long dueMs = context.nowMs + Math.max(CLAIM_AFTER_MS, 4 * relayAfterMs(context));
      finalized.forEach(txid -> claims.add(new Due(txid, dueMs)));
      context.emit(
          new Action.ToAllPeers(new NetworkMessage.InstantFinalityVote(List.of(), finalized)));
    }
    fetcher.patience(relayAfterMs(context));
    claimToLaggards();
    relayStuck();
    fetcher.tick(context);
  }

  /** Whoever has not said by now that it is final there gets the proof, once. */
  private void claimToLaggards() {
    Due due = claims.peek();
    while (due != null && due.atMs() <= context.nowMs) {
      claims.remove();
      claim(due.txid());
      due = claims.peek();
    }
  }

  private void claim(Txid txid) {
    PendingTransaction entry = context.finals.recent(txid);
    FinalTransactions.Entry done = context.finals.get(txid);
    VoteCertificate.Finality certificate = done == null ? null : done.certificate();
    if (entry == null || done == null || certificate == null) {
      return; // long ago, or known by its block: who lacks it will ask
    }
    UtxoState state =
        new UtxoState.SpentFinalized(
            txid, Math.floorDiv(done.atMs(), 1000), certificate.votes().size());
    StateChange change =
        new StateChange(
            entry.transaction.spends().getFirst(),
            UtxoState.UNSPENT,
            state,
            Math.floorDiv(done.atMs(), 1000),
            done.atMs(),
            context.config.self().toString());
    for (PeerId peer : context.peers.keySet()) {
      PeerKnowledge known = entry.known(peer);
      if (!known.proof) {
        known.proof = true;
        context.emit(new Action.Claim(peer, change, certificate));
      }
    }
  }

  private void relayStuck() {
    List<VoteParcel> parcels = context.peers.keySet().stream().map(VoteParcel::new).toList();
    int relayed = 0;
    for (PendingTransaction entry : context.pool.all()) {
      if (relayed == RELAYED_PER_TICK) {
        break;
      }
      if (entry.nextRelayMs <= context.nowMs) {
        relayed++;
        backOff(entry);
        for (VoteParcel parcel : parcels) {
          sendBody(parcel.peer, entry);
          sendMissingVotes(parcel, parcel.peer, entry);
        }
      }
    }
    parcels.forEach(VoteParcel::flush);
  }

  private void backOff(PendingTransaction entry) {
    entry.relayDelayMs =
        Math.clamp(entry.relayDelayMs * 2, relayAfterMs(context), RELAY_DELAY_MAX_MS);
    entry.nextRelayMs = context.nowMs + entry.relayDelayMs;
  }

  private void sendBody(PeerId peer, PendingTransaction entry) {
    PeerKnowledge known = entry.known(peer);
    if (!known.body) {
      known.body = true;
      context.toPeer(peer, new NetworkMessage.TransactionBroadcast(entry.transaction, null));
    }
  }

  private void sendMissingVotes(VoteParcel parcel, PeerId peer, PendingTransaction entry) {
    PeerKnowledge known = entry.known(peer);
    for (SignedVote vote : entry.tally.all()) {
      int member = context.set.indexOf(vote.voter());
      VotePhase phase = vote.statement().phase();
      if (!known.hasVote(member, phase)) {
        known.sent(member, phase);
        parcel.add(entry, vote);
      }
    }
  }

  /** Collects votes for one peer into messages of bounded size. */
  private final class VoteParcel {
    final PeerId peer;
    private List<SignedVote> votes = new ArrayList<>();
    private List<Promise> promises = new ArrayList<>();

    VoteParcel(PeerId peer) {
      this.peer = peer;
    }

    void add(PendingTransaction entry, SignedVote vote) {
      if (vote.statement().phase() == VotePhase.PROMISE) {
        Releases.evidence(context, entry).ifPresent(c -> promises.add(new Promise(vote, c)));
      } else {
        votes.add(vote);
      }
      if (votes.size() == VOTES_A_MESSAGE || promises.size() == PROMISES_A_MESSAGE) {
        flush();
      }
    }

    void flush() {
      if (!votes.isEmpty()) {
        context.toPeer(peer, new NetworkMessage.InstantFinalityVote(votes, List.of()));
        votes = new ArrayList<>();
      }
      if (!promises.isEmpty()) {
        context.toPeer(peer, new NetworkMessage.ReleasePromise(promises));
        promises = new ArrayList<>();
      }
    }
  }

  /** Answers what is known, as much as fits; the rest is asked for again. */
  NetworkMessage.Transactions answer(NetworkMessage.GetTransactions request) {
    List<TransactionRecord> records = new ArrayList<>();
    List<Txid> missing = new ArrayList<>();
    List<Txid> pruned = new ArrayList<>();
    int bytes = 0;
    for (Txid txid : request.txids()) {
      TransactionRecord record = TransactionRecords.find(context, txid);
      if (record == null) {
        (context.isPruned(txid) ? pruned : missing).add(txid);
      } else if (bytes < ANSWER_BYTES) {
        bytes += sizeOf(record);
        records.add(record);
      }
    }
    return new NetworkMessage.Transactions(records, missing, pruned, request.requestId());
  }

  private static int sizeOf(TransactionRecord record) {
    VoteCertificate.Finality proof = record.certificate();
    int votes = proof == null ? 0 : proof.votes().size() * BYTES_A_VOTE;
    return votes + 4 * record.transaction().canonicalBytes().length;
  }

  /** Bodies and proofs that were asked for, verified. */
  void received(PeerId peer, NetworkMessage.Transactions answer) {
    for (TransactionRecord record : answer.transactions()) {
      VoteCertificate.Finality proof = record.certificate();
      if (catchUp.takesBody(record.transaction())) {
        fetcher.found(record.transaction().txid());
      }
      if (proof == null) {
        admission.receive(record.transaction(), new Source.Peer(peer));
      } else if (proof.txid().equals(record.transaction().txid())) {
        proven(record.transaction(), proof, peer);
      }
    }
  }

  /** A certificate without its body. */
  void received(PeerId peer, VoteCertificate.Finality proof) {
    if (context.finals.contains(proof.txid())) {
      return;
    }
    PendingTransaction entry = context.pool.get(proof.txid());
    Rejection rejection = context.rejected.get(proof.txid());
    if (entry != null) {
      finality.finalizeWith(entry, proof);
    } else if (rejection != null) {
      proven(rejection.transaction(), proof, peer);
    } else {
      fetcher.want(proof.txid(), peer, context.nowMs);
    }
  }

  private void proven(Transaction transaction, VoteCertificate.Finality proof, PeerId peer) {
    Txid txid = transaction.txid();
    if (context.finals.contains(txid)) {
      return;
    }
    PendingTransaction entry = context.pool.get(txid);
    finality.finalizeWith(entry != null ? entry : admission.takeProven(transaction), proof);
    // a parent that is still missing is asked of whoever had the child
    transaction.spends().stream()
        .map(outPoint -> outPoint.txid())
        .filter(parent -> context.pool.contains(txid) && !context.finals.contains(parent))
        .filter(parent -> context.chain.includedAt(parent) == null)
        .forEach(parent -> fetcher.want(parent, peer, context.nowMs));
  }
}
