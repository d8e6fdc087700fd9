package io.timecoin.node.engine;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Txid;
import io.timecoin.node.finality.VoteCertificate;
import io.timecoin.node.ledger.Archive;
import io.timecoin.node.ledger.SettledTransaction;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The final transactions with their proofs and by address: those that are not settled yet in
 * memory, in the order they became final, the others in the archive.
 */
final class FinalTransactions {
  /** Final ones whose late votes are still counted and shown. */
  private static final int RECENT_MAX = 4096;

  /**
   * One of them.
   *
   * @param certificate null where a decided block alone made it final
   * @param atMs milliseconds since 1970 when this node knew it final
   * @param blockHeight the block that includes it, or null while none does
   * @param addresses everyone it pays or takes from
   */
  record Entry(
      Transaction transaction,
      VoteCertificate.@Nullable Finality certificate,
      long atMs,
      @Nullable Long blockHeight,
      Set<Address> addresses) {
    /** Final now, in no block yet. */
    static Entry of(
        Transaction transaction,
        VoteCertificate.@Nullable Finality certificate,
        long atMs,
        Set<Address> inputAddresses) {
      Set<Address> addresses = new LinkedHashSet<>(inputAddresses);
      transaction.outputs().stream().map(TxOutput::address).forEach(addresses::add);
      return new Entry(transaction, certificate, atMs, null, addresses);
    }

    private static Entry of(SettledTransaction settled) {
      return new Entry(
          settled.transaction(),
          settled.certificate(),
          settled.atMs(),
          settled.blockHeight(),
          settled.addresses());
    }

    Entry inBlock(long height) {
      return new Entry(transaction, certificate, atMs, height, addresses);
    }
  }

  private final Archive archive;
  private final SequencedMap<Txid, Entry> unsettled = new LinkedHashMap<>();
  private final SequencedSet<Txid> unconfirmed = new LinkedHashSet<>();
  private final Map<Address, SequencedSet<Txid>> byAddress = new HashMap<>();
  private final BoundedMap<Txid, PendingTransaction> recent = new BoundedMap<>(RECENT_MAX);
  private long settledCount;

  FinalTransactions(Archive archive) {
    this.archive = archive;
    this.settledCount = archive.transactionCount();
  }

  void add(PendingTransaction pending, Entry entry) {
    Txid txid = pending.txid();
    unsettled.put(txid, entry);
    unconfirmed.add(txid);
    recent.put(txid, pending);
    entry
        .addresses()
        .forEach(a -> byAddress.computeIfAbsent(a, _ -> new LinkedHashSet<>(2)).add(txid));
  }

  /** A decided block includes it. */
  void confirmed(Txid txid, long height) {
    unsettled.computeIfPresent(txid, (_, entry) -> entry.inBlock(height));
    unconfirmed.remove(txid);
  }

  /** Whether it is final, pruned or not. */
  boolean contains(Txid txid) {
    return unsettled.containsKey(txid) || archive.includedAt(txid) != null;
  }

  /** The transaction with its proof, or null if it is not final or pruned. */
  @Nullable Entry get(Txid txid) {
    Entry entry = unsettled.get(txid);
    return entry != null ? entry : archive.transaction(txid).map(Entry::of).orElse(null);
  }

  /** Its votes and wallets, while it is recent. */
  @Nullable PendingTransaction recent(Txid txid) {
    return recent.get(txid);
  }

  /** The connection is over: what that peer had is of no use any more. */
  void forget(PeerId peer) {
    recent.values().forEach(entry -> entry.known.remove(peer));
  }

  long size() {
    return settledCount + unsettled.size();
  }

  /** Those in memory, in the order they became final. */
  Collection<Entry> unsettled() {
    return unsettled.values();
  }

  /**
   * Those that pay to an address or take from it, newest first.
   *
   * @param before those older than this one, or null for the newest; nothing if it is unknown
   */
  List<Txid> history(Address address, @Nullable Txid before, int max) {
    SequencedSet<Txid> fresh = byAddress.getOrDefault(address, new LinkedHashSet<>());
    SequencedSet<Txid> page = new LinkedHashSet<>();
    boolean beyond = before != null && !fresh.contains(before);
    boolean reached = before == null;
    for (Txid txid : fresh.reversed()) {
      if (reached && page.size() < max) {
        page.add(txid);
      }
      reached |= txid.equals(before);
    }
    if (page.size() < max) {
      archive.history(address, beyond ? before : null, max).stream()
          .filter(txid -> !fresh.contains(txid)) // a settlement may be under way
          .limit(max - page.size())
          .forEach(page::add);
    }
    return List.copyOf(page);
  }

  /** All of them, oldest first. */
  List<Txid> all() {
    SequencedSet<Txid> all = new LinkedHashSet<>();
    archive.forEachTransaction(settled -> all.add(settled.txid()));
    all.addAll(unsettled.keySet());
    return List.copyOf(all);
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

  /** These are in the archive now. */
  void settled(Collection<SettledTransaction> transactions) {
    for (SettledTransaction settled : transactions) {
      Txid txid = settled.txid();
      unsettled.remove(txid);
      settled.addresses().forEach(address -> forget(address, txid));
    }
    settledCount = archive.transactionCount();
  }

  private void forget(Address address, Txid txid) {
    byAddress.computeIfPresent(
        address,
        (_, txids) -> {
          txids.remove(txid);
          return txids.isEmpty() ? null : txids;
        });
  }
}
