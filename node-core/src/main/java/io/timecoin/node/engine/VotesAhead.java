package io.timecoin.node.engine;

import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.SignedVote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verified votes on transactions that have not come yet: bounded, oldest transactions leave first.
 */
final class VotesAhead {
  private static final int TRANSACTIONS_MAX = 4096;

  record Held(PeerId from, SignedVote vote) {}

  private final int votesMax;
  private final Map<Txid, List<Held>> byTxid = new LinkedHashMap<>();

  /**
   * An empty buffer.
   *
   * @param votesMax most votes kept for one transaction
   */
  VotesAhead(int votesMax) {
    this.votesMax = votesMax;
  }

  void add(PeerId from, SignedVote vote) {
    List<Held> held = byTxid.computeIfAbsent(vote.statement().txid(), _ -> new ArrayList<>());
    if (held.size() < votesMax && held.stream().noneMatch(h -> h.vote().equals(vote))) {
      held.add(new Held(from, vote));
    }
    if (byTxid.size() > TRANSACTIONS_MAX) {
      byTxid.remove(byTxid.keySet().iterator().next());
    }
  }

  List<Held> take(Txid txid) {
    List<Held> held = byTxid.remove(txid);
    return held == null ? List.of() : held;
  }
}
