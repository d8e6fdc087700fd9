package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The final transactions with their proofs, in the order they became final, and by address. */
final class FinalTransactions {
  /** Final ones whose late votes are still counted and shown. */
  private static final int RECENT_MAX = 4096;

  /**
   * One of them.
   *
   * @param certificate null where a decided block alone made it final
   * @param atMs milliseconds since 1970 when this node knew it final
   * @param blockHeight the block that includes it, or null while none does
   */
  record Entry(
      Transaction transaction,
      VoteCertificate.@Nullable Finality certificate,
      long atMs,
      @Nullable Long blockHeight) {
    Entry inBlock(long height) {
      return new Entry(transaction, certificate, atMs, height);
    }
  }

  private final SequencedMap<Txid, Entry> byTxid = new LinkedHashMap<>();
  private final SequencedSet<Txid> unconfirmed = new LinkedHashSet<>();
  private final Map<Address, List<Txid>> byAddress = new HashMap<>();
  private final BoundedMap<Txid, PendingTransaction> recent = new BoundedMap<>(RECENT_MAX);

  /** Adds it, with the addresses its inputs were held by. */
  void add(PendingTransaction pending, Entry entry, Set<Address> inputAddresses) {
    Txid txid = pending.txid();
    byTxid.put(txid, entry);
    unconfirmed.add(txid);
    recent.put(txid, pending);
    Set<Address> addresses = new LinkedHashSet<>(inputAddresses);
    entry.transaction().outputs().stream().map(TxOutput::address).forEach(addresses::add);
    addresses.forEach(a -> byAddress.computeIfAbsent(a, _ -> new ArrayList<>(1)).add(txid));
  }

  /** A decided block includes it. */
  void confirmed(Txid txid, long height) {
    byTxid.computeIfPresent(txid, (_, entry) -> entry.inBlock(height));
    unconfirmed.remove(txid);
  }

  boolean contains(Txid txid) {
    return byTxid.containsKey(txid);
  }

  @Nullable Entry get(Txid txid) {
    return byTxid.get(txid);
  }

  /** Its votes and wallets, while it is recent. */
  @Nullable PendingTransaction recent(Txid txid) {
    return recent.get(txid);
  }

  /** The connection is over: what that peer had is of no use any more. */
  void forget(PeerId peer) {
    recent.values().forEach(entry -> entry.known.remove(peer));
  }

  int size() {
    return byTxid.size();
  }

  /** Oldest first. */
  List<Txid> ofAddress(Address address) {
    return byAddress.getOrDefault(address, List.of());
  }

  /** All of them, oldest first. */
  List<Txid> all() {
    return List.copyOf(byTxid.keySet());
  }

  /** How many no block includes. */
  int unconfirmedSize() {
    return unconfirmed.size();
  }

  /** Those that no block includes, oldest first, at most {@code max}. */
  List<Txid> unconfirmed(int max) {
    return unconfirmed.stream().limit(max).toList();
  }

  /** The first of them, or null. */
  @Nullable Txid oldestUnconfirmed() {
    return unconfirmed.isEmpty() ? null : unconfirmed.getFirst();
  }
}
