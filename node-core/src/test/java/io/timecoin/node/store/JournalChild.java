package io.timecoin.node.store;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.protocol.WaitingReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that appends numbered records as fast as it can and says on standard output which it
 * has been told are durable; or that the disk refused, after which it goes on.
 */
final class JournalChild {
  static final Hash256 GENESIS = new Hash256(1, 2, 3, 4);
  static final PublicKey KEY = new PublicKey(5, 6, 7, 8);

  private JournalChild() {}

  static JournalRecord record(long number) {
    Txid txid = new Txid(number, 0, 0, 0);
    return new JournalRecord.Rejected(txid, WaitingReason.Cause.CONFLICT_FINAL, txid, number);
  }

  /** The folder, and how many failures to live through before ending. */
  public static void main(String[] args) throws Exception {
    int patience = Integer.parseInt(args[1]);
    try (Journal journal = Journal.open(Path.of(args[0]), GENESIS, KEY)) {
      AtomicLong next = new AtomicLong();
      journal.replay(1, _ -> next.incrementAndGet());
      while (patience >= 0) {
        List<JournalRecord> batch = new ArrayList<>();
        for (long i = 0; i < 1 + next.get() % 7; i++) {
          batch.add(record(next.get() + i));
        }
        try {
          journal.append(batch);
          next.addAndGet(batch.size());
          System.out.println(next.get());
        } catch (StoreException e) {
          System.out.println("refused: " + e.fault());
          patience--;
        }
      }
    }
  }
}
