package io.timecoin.node.engine;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.BlockEquivocation;
import io.timecoin.node.engine.health.Conditions;
import io.timecoin.node.finality.Equivocation;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.NetworkMessage.Error;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.utxo.UtxoStateManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the engine share: the node's knowledge, the time of the current event, and the
 * actions it led to. Parts call in one direction (admission, voting, finality); whatever must look
 * again at a transaction puts it on {@link #recheck}.
 */
final class Context {
  private static final int REJECTED_MAX = 10_000;
  private static final int RECENT_MAX = 1_000;
  private static final int EQUIVOCATIONS_MAX = 10_000;

  final EngineConfig config;
  final Genesis genesis;
  final Hash256 genesisHash;
  final MasternodeSet set;

  /** This node's index in the set, or {@link MasternodeSet#NO_MEMBER}. */
  final int self;

  final UtxoStateManager utxos;
  final Mempool pool;
  final FinalTransactions finals;
  final ChainState chain;
  final BoundedMap<Txid, Rejection> rejected = new BoundedMap<>(REJECTED_MAX);

  /** The votes and wallets of those that were in the pool when they were rejected. */
  final BoundedMap<Txid, PendingTransaction> rejectedEntries = new BoundedMap<>(RECENT_MAX);

  /**
   * Coins of transactions that q masternodes rejected while this node had approved them: unlocked,
   * but this node approves no other spender until it knows the final one itself. Protocol.md 4.1.
   */
  final Map<OutPoint, Txid> bound = new HashMap<>();

  final Subscriptions subscriptions = new Subscriptions();
  final Statistics statistics;

  /** Connected peers by the key they proved, in the order of their ids. */
  final Map<PeerId, PublicKey> peers = new TreeMap<>();

  /** Proofs held, one a voter and transaction. */
  final BoundedMap<String, Equivocation> equivocations = new BoundedMap<>(EQUIVOCATIONS_MAX);

  /** Proofs about blocks, one a voter and height. */
  final BoundedMap<String, BlockEquivocation> blockEquivocations =
      new BoundedMap<>(EQUIVOCATIONS_MAX);

  /** Transactions to look at again once the current step is done. */
  final Deque<Txid> recheck = new ArrayDeque<>();

  /** Transactions whose status changed in this event. */
  final Set<Txid> changed = new LinkedHashSet<>();

  /** Newly final ones, to be announced at the next tick. */
  final List<Txid> announce = new ArrayList<>();

  /** Why this node must not vote any more, one sentence each; empty when it may. */
  final Map<String, JournalRecord.Halted> halted = new LinkedHashMap<>();

  final OwnVotes ownVotes;

  boolean durable = true;

  /** Whether others have decided blocks that this node lacks: it votes only when it is current. */
  boolean behind;

  Conditions conditions = Conditions.GOOD;
  boolean replaying;
  long nowMs;
  private List<Action> actions = new ArrayList<>();

  Context(EngineConfig config) {
    this.config = config;
    this.genesis = config.genesis();
    this.genesisHash = genesis.hash();
    this.set = genesis.masternodes();
    this.self = set.indexOf(config.self());
    this.utxos = new UtxoStateManager(config.hashSalt(), config.archive());
    this.chain = new ChainState(genesis, genesisHash, config.archive());
    this.finals = new FinalTransactions(config.archive());
    this.ownVotes = new OwnVotes(config.archive());
    this.pool = new Mempool(genesis.limits().pendingMax());
    this.statistics = new Statistics(set.size());
  }

  /** A transaction that is not final yet, with the votes that this node gave on it before. */
  PendingTransaction pending(Transaction transaction, long firstSeenMs) {
    PendingTransaction entry = new PendingTransaction(transaction, set, firstSeenMs);
    entry.cast.addAll(ownVotes.phases(transaction.txid()));
    return entry;
  }

  /** Whether a block includes it whose transactions are not all kept any more. */
  boolean isPruned(Txid txid) {
    Long height = chain.includedAt(txid);
    return height != null && height < config.archive().firstWholeHeight();
  }

  /** Seconds since 1970, as state timestamps are. */
  long nowSeconds() {
    return Math.floorDiv(nowMs, 1000);
  }

  boolean isMember() {
    return self != MasternodeSet.NO_MEMBER;
  }

  boolean mayVote() {
    return isMember() && durable && halted.isEmpty() && !replaying && !behind;
  }

  void emit(Action action) {
    if (!replaying) {
      actions.add(action);
    }
  }

  void persist(JournalRecord record) {
    emit(new Action.Persist(record));
  }

  void toPeer(PeerId peer, NetworkMessage message) {
    emit(new Action.ToPeer(peer, message));
  }

  void reply(Source source, NetworkMessage message) {
    if (source instanceof Source.Wallet wallet) {
      emit(new Action.ToClient(wallet.client(), message));
    }
  }

  void refuse(Source source, Error error) {
    reply(source, error);
  }

  /** Sends a peer the proof that a transaction is final: its certificate, or its block. */
  void sendProof(PeerId peer, Txid txid) {
    FinalTransactions.Entry done = finals.get(txid);
    VoteCertificate.Finality certificate = done == null ? null : done.certificate();
    if (certificate != null) {
      toPeer(peer, new NetworkMessage.FinalityCertificate(certificate, genesisHash, null));
    } else if (done != null || chain.isReleased(txid)) {
      tellHeight(peer);
    }
  }

  /** Who lags behind asks for the blocks it lacks. */
  void tellHeight(PeerId peer) {
    toPeer(peer, new NetworkMessage.ChainStatus(chain.height(), chain.tip()));
  }

  /** A final transaction that spent one of the same coins, or empty. */
  Optional<Txid> finalRival(Transaction transaction) {
    return transaction.spends().stream()
        .flatMap(outPoint -> utxos.find(outPoint).stream())
        .flatMap(utxo -> utxo.state().finalSpender().stream())
        .filter(spender -> !spender.equals(transaction.txid()))
        .findFirst();
  }

  /** The same, where nobody counts its late votes any more and no claim is under way. */
  void sendProofOfOld(PeerId peer, Txid txid) {
    if (finals.recent(txid) == null) {
      sendProof(peer, txid);
    }
  }

  /** Stops voting for good: a restart does not change that, only a new key does. */
  void halt(String reason, VoteCertificate.@Nullable Finality evidence) {
    JournalRecord.Halted halt = new JournalRecord.Halted(reason, evidence);
    if (halted.putIfAbsent(reason, halt) == null) {
      persist(halt);
      emit(new Action.Alarm("voting stopped: " + reason));
    }
  }

  /** A connection of that key, or null. */
  @Nullable PeerId peerOf(PublicKey identity) {
    return peers.entrySet().stream()
        .filter(peer -> peer.getValue().equals(identity))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The masternode's index behind a connection, or {@link MasternodeSet#NO_MEMBER}. */
  int memberOf(PeerId peer) {
    PublicKey identity = peers.get(peer);
    return identity == null ? MasternodeSet.NO_MEMBER : set.indexOf(identity);
  }

  List<Action> drainActions() {
    List<Action> drained = actions;
    actions = new ArrayList<>();
    return drained;
  }
}
