package io.timecoin.node.engine;

import io.timecoin.node.ledger.Settlement;
import java.util.List;

/**
 * The end of a stretch of the journal: with the settlement in the archive, the live records are all
 * that is left to remember of it.
 *
 * @param live what the journal must hold of the past from here on, in order
 */
public record Cut(Settlement settlement, List<JournalRecord> live) {
  /** Keeps a copy. */
  public Cut {
    live = List.copyOf(live);
  }

  /** Height of the last block that is settled. */
  public long height() {
    return settlement.height();
  }
}
