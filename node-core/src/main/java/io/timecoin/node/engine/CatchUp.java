package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.masternode.MasternodeSet;
import io.timecoin.node.protocol.BlockRecord;
import io.timecoin.node.protocol.BlockSelector;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.tx.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches decided blocks that this node lacks: ranges of them from several peers at once, each
 * verified by its certificate, applied in order. What a peer claims about its height only decides
 * whom to ask. Source: protocol.md 5.
 */
final class CatchUp {
  /** Blocks asked for in one message. */
  static final int RANGE = 20;

  /** Ranges under way or waiting to be applied. */
  private static final int RANGES_MAX = 8;

  /** A decision that comes by itself usually comes in this time. */
  private static final long PATIENCE_MS = 150;

  private static final long ANSWER_MS = 1_000;

  /** Whom it may be behind and for how long before it stops proposing and voting on blocks. */
  private static final long BEHIND_AFTER_MS = 400;

  private record Request(long from, long untilMs) {}

  private final Context context;
  private final BlockApplier applier;
  private final Bodies bodies;
  private final Fetcher fetcher;
  private final Settling settling;
  private final Map<PeerId, Long> claims = new HashMap<>();
  private final Map<PeerId, Request> requests = new HashMap<>();
  private final TreeMap<Long, DecidedBlock> ready = new TreeMap<>();
  private final Map<Txid, Transaction> readyBodies = new HashMap<>();
  private long behindSinceMs = -1;
  private long aheadSinceMs = -1;

  CatchUp(
      Context context, BlockApplier applier, Bodies bodies, Fetcher fetcher, Settling settling) {
    this.context = context;
    this.applier = applier;
    this.bodies = bodies;
    this.fetcher = fetcher;
    this.settling = settling;
  }

  /** The peer says that it has decided that many blocks. */
  void claimed(PeerId peer, long height) {
    claims.merge(peer, height, Math::max);
  }

  void disconnected(PeerId peer) {
    claims.remove(peer);
    requests.remove(peer);
  }

  /** Height that at least one honest masternode says it has, or the own one if that is higher. */
  long target() {
    List<Long> heights = new ArrayList<>();
    Set<Integer> members = new HashSet<>();
    for (Map.Entry<PeerId, Long> claim : claims.entrySet()) {
      int member = context.memberOf(claim.getKey());
      if (member != MasternodeSet.NO_MEMBER && members.add(member)) {
        heights.add(claim.getValue());
      }
    }
    heights.sort(null);
    int faulty = (context.set.size() - 1) / 3;
    long proven = heights.size() > faulty ? heights.get(heights.size() - 1 - faulty) : 0;
    return Math.max(context.chain.height(), proven);
  }

  /** Whether this node must not take part in deciding the next block. */
  boolean isBehind() {
    return behindSinceMs >= 0 && context.nowMs - behindSinceMs >= BEHIND_AFTER_MS;
  }

  /** Asks for what is missing. */
  void tick() {
    long height = context.chain.height();
    boolean behind = target() > height;
    behindSinceMs = behind ? (behindSinceMs < 0 ? context.nowMs : behindSinceMs) : -1;
    boolean ahead = claims.values().stream().anyMatch(claim -> claim > height);
    aheadSinceMs = ahead ? (aheadSinceMs < 0 ? context.nowMs : aheadSinceMs) : -1;
    context.behind = isBehind();
    requests.values().removeIf(request -> request.untilMs() <= context.nowMs);
    if (ahead && context.nowMs - aheadSinceMs >= PATIENCE_MS) {
      askAll(height);
    }
  }

  private void askAll(long height) {
    Set<Long> asked = new HashSet<>();
    requests.values().forEach(request -> asked.add(request.from()));
    List<PeerId> free =
        context.peers.keySet().stream().filter(peer -> !requests.containsKey(peer)).toList();
    long from = firstMissing(height + 1);
    for (PeerId peer : turned(free)) {
      while (asked.contains(from)) {
        from = firstMissing(from + RANGE);
      }
      boolean near = from <= height + (long) RANGES_MAX * RANGE;
      if (near && claims.getOrDefault(peer, 0L) >= from) {
        asked.add(from);
        requests.put(peer, new Request(from, context.nowMs + ANSWER_MS));
        context.toPeer(
            peer, new NetworkMessage.GetBlocks(new BlockSelector.From(from), RANGE, null));
      }
    }
  }

  /** Another one first each time, so that a peer that does not answer is not asked for ever. */
  private List<PeerId> turned(List<PeerId> peers) {
    if (peers.isEmpty()) {
      return peers;
    }
    int start = (int) Math.floorMod(context.nowMs / ANSWER_MS, peers.size());
    List<PeerId> turned = new ArrayList<>(peers.subList(start, peers.size()));
    turned.addAll(peers.subList(0, start));
    return turned;
  }

  private long firstMissing(long from) {
    long height = from;
    while (ready.containsKey(height)) {
      height++;
    }
    return height;
  }

  /** Verified blocks, asked for or sent because this node seemed to lag. */
  void received(PeerId peer, NetworkMessage.Blocks message) {
    requests.remove(peer);
    claims.put(peer, message.height());
    long height = context.chain.height();
    for (BlockRecord record : message.blocks()) {
      long ofBlock = record.decided().height();
      if (ofBlock > height && ofBlock <= height + (long) (RANGES_MAX + 1) * RANGE) {
        decided(record.decided());
        record.transactions().forEach(t -> readyBodies.put(t.txid(), t));
      }
    }
    advance();
    requestBodies(peer);
  }

  /** A block whose certificate is held, by whatever way it came. */
  void decided(DecidedBlock block) {
    ready.putIfAbsent(block.height(), block);
  }

  /** A body that was missing. */
  boolean takesBody(Transaction transaction) {
    DecidedBlock next = next();
    boolean named = next != null && next.block().includes(transaction.txid());
    if (named) {
      readyBodies.put(transaction.txid(), transaction);
    }
    return named;
  }

  private @Nullable DecidedBlock next() {
    return ready.get(context.chain.height() + 1);
  }

  /** Applies what is complete, in order. */
  void advance() {
    DecidedBlock next = next();
    while (next != null && context.halted.isEmpty() && !settling.isDue() && follows(next)) {
      next.block().transactions().stream()
          .map(readyBodies::get)
          .filter(body -> body != null)
          .forEach(bodies::keep);
      if (!applier.missing(next.block()).isEmpty()) {
        return;
      }
      applier.apply(next);
      ready.headMap(context.chain.height(), true).clear();
      next.block().transactions().forEach(readyBodies::remove);
      next = next();
    }
  }

  /** Certificates of other chains do not exist; a block that does not follow proves a breach. */
  private boolean follows(DecidedBlock next) {
    if (!next.block().header().parent().equals(context.chain.tip())) {
      context.halt(
          "a certified block " + next.height() + " does not follow this node's chain", null);
      return false;
    }
    if (!next.block().header().state().equals(context.chain.stateHash())) {
      context.halt(
          "this node's state after block "
              + context.chain.height()
              + " is not the one that the certified next block carries",
          null);
      return false;
    }
    return true;
  }

  private void requestBodies(PeerId peer) {
    DecidedBlock next = next();
    if (next != null) {
      applier.missing(next.block()).forEach(txid -> fetcher.want(txid, peer, context.nowMs));
    }
  }

  /** What the next block lacks is asked of everybody. */
  void requestBodies() {
    context.peers.keySet().forEach(this::requestBodies);
  }
}
