package io.timecoin.node.ledger;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.block.DecidedBlock;
import io.timecoin.node.finality.VoteStatement;
import io.timecoin.node.utxo.UtxoEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An archive that lasts as long as the program: for simulations, and nodes that keep nothing. */
public final class MemoryArchive implements Archive {
  private final Map<OutPoint, UtxoEntry> utxos = new LinkedHashMap<>();
  private final Map<Address, SequencedSet<OutPoint>> outPoints = new HashMap<>();
  private final Map<Txid, SettledTransaction> transactions = new LinkedHashMap<>();
  private final Map<Address, SequencedSet<Txid>> histories = new HashMap<>();
  private final Map<Txid, Long> included = new HashMap<>();
  private final Map<Txid, Long> released = new HashMap<>();
  private final Map<Txid, Set<VoteStatement>> votes = new HashMap<>();
  private final TreeMap<Long, DecidedBlock> blocks = new TreeMap<>();
  private final Map<Hash256, Long> heights = new HashMap<>();
  private @Nullable Tip tip;

  /** Archives it. */
  public void settle(Settlement settlement) {
    for (SettledUtxo utxo : settlement.utxos()) {
      utxos.put(utxo.outPoint(), utxo.entry());
      outPoints
          .computeIfAbsent(utxo.entry().output().address(), _ -> new LinkedHashSet<>())
          .add(utxo.outPoint());
    }
    for (SettledTransaction settled : settlement.transactions()) {
      transactions.put(settled.txid(), settled);
      included.put(settled.txid(), settled.blockHeight());
      settled
          .addresses()
          .forEach(
              a -> histories.computeIfAbsent(a, _ -> new LinkedHashSet<>()).add(settled.txid()));
    }
    for (DecidedBlock decided : settlement.blocks()) {
      blocks.put(decided.height(), decided);
      heights.put(decided.certificate().block(), decided.height());
      included.put(decided.block().coinbase().txid(), decided.height());
    }
    released.putAll(settlement.releases());
    settlement
        .votes()
        .forEach(v -> votes.computeIfAbsent(v.txid(), _ -> new LinkedHashSet<>()).add(v));
    tip = settlement.tip();
  }

  @Override
  public Optional<Tip> tip() {
    return Optional.ofNullable(tip);
  }

  @Override
  public Optional<UtxoEntry> utxo(OutPoint outPoint) {
    return Optional.ofNullable(utxos.get(outPoint));
  }

  @Override
  public List<OutPoint> outPointsOf(Address address) {
    SequencedSet<OutPoint> held = outPoints.get(address);
    return held == null ? List.of() : List.copyOf(held);
  }

  @Override
  public long utxoCount() {
    return utxos.size();
  }

  @Override
  public void forEachUtxo(Consumer<UtxoEntry> consumer) {
    utxos.values().forEach(consumer);
  }

  @Override
  public Optional<SettledTransaction> transaction(Txid txid) {
    return Optional.ofNullable(transactions.get(txid));
  }

  @Override
  public long transactionCount() {
    return transactions.size();
  }

  @Override
  public void forEachTransaction(Consumer<SettledTransaction> consumer) {
    transactions.values().forEach(consumer);
  }

  @Override
  public @Nullable Long includedAt(Txid txid) {
    return included.get(txid);
  }

  @Override
  public @Nullable Long releasedAt(Txid txid) {
    return released.get(txid);
  }

  @Override
  public List<Txid> history(Address address, @Nullable Txid before, int max) {
    SequencedSet<Txid> held = histories.get(address);
    List<Txid> newestFirst = held == null ? List.of() : new ArrayList<>(held.reversed());
    int from = before == null ? 0 : newestFirst.indexOf(before) + 1;
    boolean known = before == null || from > 0;
    return known ? newestFirst.subList(from, Math.min(newestFirst.size(), from + max)) : List.of();
  }

  @Override
  public Optional<DecidedBlock> block(long height) {
    return Optional.ofNullable(blocks.get(height));
  }

  @Override
  public @Nullable Long heightOf(Hash256 block) {
    return heights.get(block);
  }

  @Override
  public long firstWholeHeight() {
    return 1;
  }

  @Override
  public Set<VoteStatement> votes(Txid txid) {
    return votes.getOrDefault(txid, Set.of());
  }
}
