package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks peers for transactions they are known to have and this node lacks, or lacks the certificate
 * of: not before they had time to come by themselves, one peer after another, bounded.
 */
final class Fetcher {
  /** Most transactions asked for in one message. */
  static final int REQUEST_MAX = 50;

  private static final long PATIENCE_MIN_MS = 60;
  private static final long RETRY_MS = 500;
  private static final int WANTED_MAX = 100_000;

  /** One peer's talk must not keep out what others have; an inventory fits. */
  private static final int WANTED_A_PEER_MAX = 10_000;

  private static final int PEERS_MAX = 8;
  private static final int REQUESTS_PER_TICK = 8;

  /** After so many unanswered requests a transaction is given up; new news of it start again. */
  private static final int TRIES_MAX = 20;

  private static final class Wanted {
    final Set<PeerId> peers = new LinkedHashSet<>();

    /** Who spoke of it first; it counts for that peer's share. */
    final PeerId first;

    long dueMs;
    int tries;

    Wanted(PeerId first, long dueMs) {
      this.first = first;
      this.dueMs = dueMs;
    }
  }

  private final Map<Txid, Wanted> wanted = new LinkedHashMap<>();
  private final Map<PeerId, Integer> byFirst = new HashMap<>();
  private long patienceMs = PATIENCE_MIN_MS;

  /** What comes by itself comes within that time. */
  void patience(long ms) {
    patienceMs = Math.max(PATIENCE_MIN_MS, ms);
  }

  /** The peer has it and this node does not. */
  void want(Txid txid, PeerId peer, long nowMs) {
    Wanted entry = wanted.get(txid);
    if (entry == null) {
      int ofPeer = byFirst.getOrDefault(peer, 0);
      if (wanted.size() >= WANTED_MAX || ofPeer >= WANTED_A_PEER_MAX) {
        return; // whoever has it will say so again when it connects
      }
      entry = new Wanted(peer, nowMs + patienceMs);
      wanted.put(txid, entry);
      byFirst.put(peer, ofPeer + 1);
    }
    if (entry.peers.size() < PEERS_MAX) {
      entry.peers.add(peer);
    }
  }

  /** It is final or rejected here: nothing is missing any more. */
  void found(Txid txid) {
    forget(wanted.remove(txid));
  }

  private void forget(@Nullable Wanted entry) {
    if (entry != null) {
      byFirst.computeIfPresent(entry.first, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  void disconnected(PeerId peer) {
    wanted
        .values()
        .removeIf(
            entry -> {
              boolean alone = entry.peers.remove(peer) && entry.peers.isEmpty();
              if (alone) {
                forget(entry);
              }
              return alone;
            });
  }

  /** Asks for what is due. */
  void tick(Context context) {
    Map<PeerId, List<Txid>> requests = new TreeMap<>();
    Iterator<Map.Entry<Txid, Wanted>> all = wanted.entrySet().iterator();
    int room = REQUESTS_PER_TICK * REQUEST_MAX;
    while (all.hasNext() && room > 0) {
      Map.Entry<Txid, Wanted> next = all.next();
      Wanted entry = next.getValue();
      if (entry.dueMs > context.nowMs) {
        continue;
      }
      if (entry.peers.isEmpty() || entry.tries >= TRIES_MAX) {
        all.remove();
        forget(entry);
        continue;
      }
      room--;
      entry.tries++;
      entry.dueMs = context.nowMs + RETRY_MS * entry.tries;
      PeerId peer = nextPeer(entry);
      requests.computeIfAbsent(peer, _ -> new ArrayList<>()).add(next.getKey());
    }
    requests.forEach((peer, txids) -> send(context, peer, txids));
  }

  /** The peers take turns. */
  private static PeerId nextPeer(Wanted entry) {
    PeerId peer = entry.peers.iterator().next();
    entry.peers.remove(peer);
    entry.peers.add(peer);
    return peer;
  }

  private static void send(Context context, PeerId peer, List<Txid> txids) {
    for (int from = 0; from < txids.size(); from += REQUEST_MAX) {
      List<Txid> part = txids.subList(from, Math.min(txids.size(), from + REQUEST_MAX));
      context.toPeer(peer, new NetworkMessage.GetTransactions(List.copyOf(part), null));
    }
  }
}
