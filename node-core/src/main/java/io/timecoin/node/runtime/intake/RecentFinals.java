package io.timecoin.node.runtime.intake;

import io.timecoin.node.base.Txid;
import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.SignedVote;
import io.timecoin.node.protocol.NetworkMessage;
import java.util.List;
import java.util.Optional;

/**
 * The transactions that became final here lately: under load, what comes late about them is dropped
 * before its signatures cost anything. Written by the loop, read by every reader.
 */
public final class RecentFinals {
  private static final int REMEMBERED = 65_536;

  private final RecentSet<Txid> finals = new RecentSet<>(REMEMBERED);

  /** Learns of new final transactions. */
  public void learn(List<JournalRecord> records) {
    for (JournalRecord record : records) {
      if (record instanceof JournalRecord.Finalized finalized) {
        finals.add(finalized.certificate().txid());
      } else if (record instanceof JournalRecord.Decided decided) {
        decided.decided().block().transactions().forEach(finals::add);
      }
    }
  }

  /** The message without the votes that decide nothing any more; empty if nothing is left. */
  Optional<NetworkMessage> withoutLateVotes(NetworkMessage.InstantFinalityVote message) {
    List<SignedVote> open =
        message.votes().stream().filter(vote -> !finals.contains(vote.statement().txid())).toList();
    if (open.size() == message.votes().size()) {
      return Optional.of(message);
    }
    return open.isEmpty() && message.finalized().isEmpty()
        ? Optional.empty()
        : Optional.of(new NetworkMessage.InstantFinalityVote(open, message.finalized()));
  }

  /** Whether the certificate of that transaction is held already. */
  boolean contains(Txid txid) {
    return finals.contains(txid);
  }
}
