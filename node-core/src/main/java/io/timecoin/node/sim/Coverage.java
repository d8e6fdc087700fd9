package io.timecoin.node.sim;

import io.timecoin.node.engine.JournalRecord;
import io.timecoin.node.finality.VotePhase;
import io.timecoin.node.protocol.MessageType;
import io.timecoin.node.protocol.NetworkMessage;
import io.timecoin.node.utxo.UtxoState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What has been exercised, and how often: a simulator in which nothing happens proves nothing. */
public final class Coverage {
  /** Ways of a coin that a wallet can see. */
  private static final List<String> TRANSITIONS =
      List.of(
          "Unspent > Locked",
          "Locked > SpentPending",
          "SpentPending > SpentPending",
          "SpentPending > SpentFinalized",
          "SpentFinalized > Confirmed",
          "Locked > Unspent",
          "SpentPending > Unspent");

  private static final List<String> MESSAGES =
      List.of(
          "TransactionBroadcast",
          "InstantFinalityVote",
          "ReleasePromise",
          "BlockProposal",
          "BlockVote",
          "ChainStatus",
          "GetBlocks",
          "Blocks",
          "GetTransactions",
          "Transactions",
          "UTXOStateNotification",
          "FinalityCertificate",
          "UTXOSubscribe",
          "SubscriptionConfirmed",
          "UTXOStateQuery",
          "UTXOStateResponse",
          "TransactionAccepted",
          "TransactionStatus",
          "Error");

  private static final List<String> RELEASES =
      List.of("by a final conflict", "by a block", "with its parent");

  private final Map<String, Long> counts = new TreeMap<>();

  /** Everything that must have been exercised once enough seeds of the mixed profile have run. */
  public static List<String> required() {
    return Stream.of(
            prefixed("transition ", TRANSITIONS),
            prefixed("message ", MESSAGES),
            prefixed("release ", RELEASES),
            prefixed(
                "record ",
                List.of(JournalRecord.class.getPermittedSubclasses()).stream()
                    .map(Class::getSimpleName)
                    .filter(name -> !name.equals("Halted")) // an honest node must never
                    .toList()),
            prefixed("vote ", Stream.of(VotePhase.values()).map(Enum::name).toList()),
            prefixed("fault ", faults()))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<String> prefixed(String prefix, List<String> names) {
    return names.stream().map(prefix::concat).toList();
  }

  private static List<String> faults() {
    return Stream.of(
            Stream.of(Fault.Cut.values()).map(cut -> new Fault.Partition(0, 0, Set.of(), cut)),
            Stream.of(Fault.Point.values()).map(point -> new Fault.Crash(0, point, 1, 0)),
            Stream.of(Fault.Lie.values()).map(lie -> new Fault.Lying(0, lie)),
            Stream.of(
                new Fault.Weather(0, 0, 0, 0, 0),
                new Fault.SlowDisk(0, 0, 0, 0),
                new Fault.FullDisk(0, 0, 0),
                new Fault.Skew(0, 0, 0),
                new Fault.Flood(0, 0, 0),
                new Fault.DeafWallet(0, 0, 0),
                new Fault.DoubleSpend(0, 2)))
        .flatMap(s -> s)
        .map(Fault::kind)
        .toList();
  }

  /** What of that has not happened. */
  public List<String> missing() {
    return required().stream().filter(name -> !counts.containsKey(name)).toList();
  }

  /** How often each thing happened. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** Takes over what another run has counted. */
  public void add(Coverage other) {
    other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  void saw(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  void sent(NetworkMessage message) {
    saw("message " + MessageType.nameOf(message.getClass()));
  }

  void fault(Fault fault) {
    saw("fault " + fault.kind());
  }

  void changed(UtxoState from, UtxoState to) {
    saw("transition " + from.getClass().getSimpleName() + " > " + to.getClass().getSimpleName());
  }

  void persisted(JournalRecord record) {
    saw("record " + record.getClass().getSimpleName());
    switch (record) {
      case JournalRecord.OwnVote own -> saw("vote " + own.vote().statement().phase());
      case JournalRecord.Rejected rejected -> {
        switch (rejected.cause()) {
          case CONFLICT_FINAL -> saw("release by a final conflict");
          case PARENT_REJECTED -> saw("release with its parent");
          default -> {}
        }
      }
      case JournalRecord.Decided decided -> {
        if (!decided.decided().block().releases().isEmpty()) {
          saw("release by a block");
        }
      }
      default -> {}
    }
  }
}
