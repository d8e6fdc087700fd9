package io.timecoin.node.engine;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.ErrorCode;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole node as one deterministic state machine: the same events at the same times give the
 * same actions. No I/O, no clock, no thread of its own; call it from one thread. Source:
 * specification, MasternodeUTXOIntegration; protocol.md 2–4, 6, 7.
 */
public final class MasternodeEngine {
  /** Votes of all phases kept for a transaction that has not come, a masternode. */
  private static final int VOTES_AHEAD_A_MEMBER = 3;

  /** How often waiting transactions are looked at for expiry and clock. */
  private static final long HOUSEKEEPING_MS = 1_000;

  /** How often every waiting transaction is looked at, whatever it waits for. */
  private static final long THOROUGH_MS = 10_000;

  /** A transaction that nobody voted on waits so long at most. Source: protocol.md 4.1. */
  private static final long WAITING_EXPIRY_MS = 2 * 60 * 60 * 1_000;

  private final Context context;
  private final Voting voting;
  private final Finality finality;
  private final Admission admission;
  private final Gossip gossip;
  private final OrphanPool orphans;
  private final Publisher publisher;
  private final StatusReporter status;
  private final ClientDesk desk;
  private final Restorer restorer;
  private final Releases releases;
  private final BlockVoting blocks;
  private final CatchUp catchUp;
  private final Settling settling;
  private final Joining joining;
  private long housekeepingDueMs;
  private long thoroughDueMs;

  /** A node that knows nothing but its genesis file. */
  public MasternodeEngine(EngineConfig config) {
    context = new Context(config);
    Fetcher fetcher = new Fetcher();
    orphans = new OrphanPool(config.genesis().limits().orphansMax());
    finality = new Finality(context, fetcher);
    VotesAhead ahead = new VotesAhead(VOTES_AHEAD_A_MEMBER * context.set.size());
    voting = new Voting(context, finality, ahead, fetcher);
    admission = new Admission(context, voting, finality, orphans, fetcher);
    Bodies bodies = new Bodies(context);
    BlockApplier applier = new BlockApplier(context, finality, bodies);
    settling = new Settling(context);
    catchUp = new CatchUp(context, applier, bodies, fetcher, settling);
    blocks = new BlockVoting(context, new BlockBuilder(context), bodies, catchUp, fetcher);
    joining = new Joining(context, catchUp);
    releases = new Releases(context, admission, voting);
    gossip = new Gossip(context, admission, finality, fetcher, catchUp);
    Explainer explainer = new Explainer(context);
    publisher = new Publisher(context, explainer);
    status = new StatusReporter(context, explainer, orphans, blocks, catchUp, joining);
    desk = new ClientDesk(context, admission, gossip, publisher, status);
    restorer = new Restorer(context, voting, finality, blocks, applier, bodies);
    if (config.archive().tip().isEmpty()) {
      createInitialOutputs(config.genesis());
    }
  }

  private void createInitialOutputs(Genesis genesis) {
    List<OutPoint> outPoints = genesis.coinbase().outPoints();
    List<TxOutput> outputs = genesis.initialOutputs();
    for (int i = 0; i < outputs.size(); i++) {
      context.utxos.create(outPoints.get(i), outputs.get(i), genesis.timestamp() * 1000);
    }
    context.utxos.drainChanges();
  }

  /**
   * Takes back what the journal holds, record by record, before the first event. Gives no actions:
   * votes that are due are given at the first tick.
   */
  public void restore(JournalRecord record) {
    context.replaying = true;
    restorer.restore(record);
    context.recheck
        .clear(); // only what the journal says was locked is locked; the rest looks later
    publisher.publish();
    context.announce.clear();
    context.replaying = false;
  }

  /**
   * Handles one event.
   *
   * @param nowMs milliseconds since 1970, never smaller than before
   * @return what to do, in order; see {@link Action}
   */
  public List<Action> handle(EngineEvent event, long nowMs) {
    context.nowMs = nowMs;
    status.started();
    switch (event) {
      case EngineEvent.PeerConnected e -> {
        gossip.connected(e.peer(), e.identity());
        touchPending(e.peer());
      }
      case EngineEvent.PeerDisconnected e -> {
        touchPending(e.peer());
        gossip.disconnected(e.peer());
        blocks.disconnected(e.peer());
        catchUp.disconnected(e.peer());
      }
      case EngineEvent.FromPeer e -> fromPeer(e.peer(), e.message());
      case EngineEvent.FromClient e -> fromClient(e.client(), e.message());
      case EngineEvent.ClientClosed e -> context.subscriptions.removeAll(e.client());
      case EngineEvent.ClientResync e -> desk.resync(e.client());
      case EngineEvent.OwnVotes e -> voting.own(e.votes());
      case EngineEvent.OwnBlockVotes e -> blocks.own(e.votes());
      case EngineEvent.OwnProposal e -> blocks.own(e.proposal(), e.candidate());
      case EngineEvent.DurabilityChanged e -> durability(e.durable());
      case EngineEvent.Settled e -> settling.settled(e.height());
      case EngineEvent.SettlingFailed _ -> settling.failed();
      case EngineEvent.JoinProgress e -> joining.progress(e.parts(), e.of());
      case EngineEvent.JoinFailed _ -> joining.failed();
      case EngineEvent.ConditionsChanged e -> context.conditions = e.conditions();
      case EngineEvent.Tick _ -> tick();
    }
    settle();
    return context.drainActions();
  }

  /**
   * What is to be archived now, if it is due: to be asked for after every turn. {@link
   * EngineEvent.Settled} or {@link EngineEvent.SettlingFailed} answers it.
   */
  public Optional<Cut> cut() {
    return settling.cut(blocks);
  }

  /** What a node that begins again with another past must still remember, as records. */
  public List<JournalRecord> obligations() {
    return LiveRecords.obligations(context);
  }

  private void fromClient(ClientId client, NetworkMessage message) {
    if (joining.isUnderWay() && message instanceof NetworkMessage.TransactionBroadcast payment) {
      context.emit(
          new Action.ToClient(
              client,
              new NetworkMessage.Error(
                  ErrorCode.BUSY,
                  "this node is fetching the chain's state and takes no payments yet",
                  payment.requestId())));
    } else {
      desk.handle(client, message);
    }
  }

  private void fromPeer(PeerId peer, NetworkMessage message) {
    if (joining.isUnderWay()) {
      if (message instanceof NetworkMessage.ChainStatus m) {
        blocks.reached(peer, m.height());
      }
      return;
    }
    switch (message) {
      case NetworkMessage.TransactionBroadcast m ->
          admission.receive(m.transaction(), new Source.Peer(peer));
      case NetworkMessage.InstantFinalityVote m -> {
        voting.fromPeer(peer, m.votes());
        gossip.announced(peer, m.finalized());
      }
      case NetworkMessage.FinalityCertificate m -> gossip.received(peer, m.certificate());
      case NetworkMessage.UtxoStateNotification m -> claimed(peer, m);
      case NetworkMessage.GetTransactions m -> context.toPeer(peer, gossip.answer(m));
      case NetworkMessage.Transactions m -> gossip.received(peer, m);
      case NetworkMessage.ReleasePromise m -> releases.received(peer, m);
      case NetworkMessage.BlockProposal m -> blocks.proposed(peer, m);
      case NetworkMessage.BlockVote m -> blocks.votes(peer, m.votes());
      case NetworkMessage.ChainStatus m -> blocks.reached(peer, m.height());
      case NetworkMessage.GetBlocks m -> context.toPeer(peer, desk.blocks(m));
      case NetworkMessage.Blocks m -> catchUp.received(peer, m);
      case NetworkMessage.UtxoStateQuery m -> context.toPeer(peer, desk.states(m));
      case NetworkMessage.GetAddressHistory m -> context.toPeer(peer, desk.history(m));
      case NetworkMessage.UtxoSubscribe m -> unsupported(peer, m.requestId());
      case NetworkMessage.UtxoUnsubscribe m -> unsupported(peer, m.requestId());
      default -> {} // another version's or a wallet's message: ignored, protocol.md 6
    }
  }

  private void unsupported(PeerId peer, @Nullable String requestId) {
    context.toPeer(
        peer,
        new NetworkMessage.Error(
            ErrorCode.UNSUPPORTED, "subscriptions are for wallets, over WebSocket", requestId));
  }

  /** A masternode's word is worth the proof that comes with it, and nothing else. */
  private void claimed(PeerId peer, NetworkMessage.UtxoStateNotification claim) {
    VoteCertificate.Finality proof = claim.certificate();
    if (proof != null && claim.signature() != null) {
      gossip.received(peer, proof);
    }
  }

  private void durability(boolean durable) {
    context.durable = durable;
    if (durable) {
      context.pool.all().forEach(voting::castDue);
    }
  }

  private void tick() {
    joining.tick();
    if (joining.isUnderWay()) {
      return;
    }
    if (housekeepingDueMs <= context.nowMs) {
      housekeepingDueMs = context.nowMs + HOUSEKEEPING_MS;
      orphans.expire(context.nowMs);
      boolean thorough = thoroughDueMs <= context.nowMs;
      if (thorough) {
        thoroughDueMs = context.nowMs + THOROUGH_MS;
      }
      List.copyOf(context.pool.all()).forEach(entry -> keepHouse(entry, thorough));
    }
    gossip.tick();
    releases.tick();
    catchUp.tick();
    blocks.tick();
  }

  /** What waits is looked at when its reason changes; here only for the clock, and to be sure. */
  private void keepHouse(PendingTransaction entry, boolean thorough) {
    voting.castDue(entry);
    boolean clock = entry.waitCause == WaitingReason.Cause.FUTURE_TIMESTAMP;
    if (entry.locked) {
      return;
    }
    if (entry.isIdle() && context.nowMs - entry.firstSeenMs > WAITING_EXPIRY_MS) {
      context.pool.remove(entry);
    } else if (thorough || clock || entry.certificate != null) {
      context.recheck.add(entry.txid());
    }
  }

  /** Who is missing has changed for every transaction that waits for votes. */
  private void touchPending(PeerId peer) {
    if (context.memberOf(peer) != MasternodeSet.NO_MEMBER) {
      context.pool.all().forEach(entry -> context.changed.add(entry.txid()));
    }
  }

  /** Looks again at what must be looked at until nothing moves, then tells the wallets. */
  private void settle() {
    catchUp.advance();
    if (blocks.chainMoved()) {
      context.emit(
          new Action.ToAllPeers(
              new NetworkMessage.ChainStatus(context.chain.height(), context.chain.tip())));
    }
    while (!context.recheck.isEmpty()) {
      admission.recheck(context.recheck.poll());
    }
    publisher.publish();
  }

  /** Where the output stands, or empty if no final transaction made it. */
  public Optional<UtxoEntry> utxo(OutPoint outPoint) {
    return context.utxos.find(outPoint);
  }

  /** Visits every output held, in no particular order. */
  public void forEachUtxo(Consumer<UtxoEntry> consumer) {
    context.utxos.forEach(consumer);
  }

  /** Whether the certificate of that transaction is held. */
  public boolean knowsFinal(Txid txid) {
    return context.finals.contains(txid);
  }

  /** The final transactions in the order they became final here. */
  public List<Txid> finalTxids() {
    return context.finals.all();
  }

  /** Height of the last decided block, 0 before the first. */
  public long height() {
    return context.chain.height();
  }

  /** The decided block of that height, or empty. */
  public Optional<DecidedBlock> block(long height) {
    return Optional.ofNullable(context.chain.block(height));
  }

  /** Hash of the state after the last decided block: equal on every node of that height. */
  public Hash256 stateHash() {
    return context.chain.stateHash();
  }

  /** Whether a decided block released it. */
  public boolean isReleased(Txid txid) {
    return context.chain.isReleased(txid);
  }

  /** What this node voted on transactions that are pending or recently final. */
  public List<VoteStatement> ownVotes() {
    List<VoteStatement> own = new ArrayList<>();
    if (context.isMember()) {
      for (PendingTransaction entry : context.pool.all()) {
        for (VotePhase phase : VotePhase.values()) {
          SignedVote vote = entry.tally.vote(context.self, phase);
          if (vote != null) {
            own.add(vote.statement());
          }
        }
      }
    }
    return own;
  }

  /** The status as {@code GetStatus} answers it. */
  public StatusReport status() {
    return status.report();
  }

  /** Transactions in the pool whose prepare certificate is held. */
  public List<Txid> preparedTxids() {
    return context.pool.all().stream()
        .filter(PendingTransaction::prepared)
        .map(PendingTransaction::txid)
        .toList();
  }

  /** Transactions in the pool, in the order they came. */
  public List<Txid> pendingTxids() {
    return context.pool.all().stream().map(PendingTransaction::txid).toList();
  }

  /** Transactions in the pool. */
  public int pending() {
    return context.pool.size();
  }

  /** Transactions that wait for a parent this node has not seen. */
  public int orphans() {
    return orphans.size();
  }

  /** Final transactions that no block includes yet. */
  public long unconfirmed() {
    return context.finals.unconfirmedSize();
  }
}
