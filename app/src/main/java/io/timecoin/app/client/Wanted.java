package io.timecoin.app.client;

import io.timecoin.node.base.Txid;
import io.timecoin.node.protocol.TransactionPhase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which transactions have to be fetched: each once when it is first heard of, and once more when it
 * is final, for its certificate. Remembers a bounded number.
 */
final class Wanted {

  /** Asked for in one request. */
  static final int BATCH_MAX = 100;

  private static final int QUEUE_MAX = 10_000;
  private static final int REMEMBERED_MAX = 20_000;

  private final Set<Txid> queue = new LinkedHashSet<>();
  private final Map<Txid, Boolean> finalAsked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Txid, Boolean> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  /** Takes note of a report on a transaction. */
  void heard(Txid txid, TransactionPhase phase) {
    boolean isFinal = phase.isFinal();
    Boolean askedFinal = finalAsked.get(txid);
    if (askedFinal != null && (askedFinal || !isFinal)) {
      return;
    }
    if (queue.size() < QUEUE_MAX) { // what overflows is fetched when somebody opens it
      finalAsked.put(txid, isFinal);
      queue.add(txid);
    }
  }

  /** What was not final may have become so unseen: it is asked for again. */
  void missedMaybe() {
    finalAsked.forEach(
        (txid, asFinal) -> {
          if (!asFinal && queue.size() < QUEUE_MAX) {
            queue.add(txid);
          }
        });
  }

  /** The next ones to ask for; empty if there are none. */
  List<Txid> take() {
    List<Txid> batch = new ArrayList<>();
    var waiting = queue.iterator();
    while (waiting.hasNext() && batch.size() < BATCH_MAX) {
      batch.add(waiting.next());
      waiting.remove();
    }
    return batch;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
