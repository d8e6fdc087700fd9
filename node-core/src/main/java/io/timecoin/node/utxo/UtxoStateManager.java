package io.timecoin.node.utxo;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.Transition.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * All UTXOs with their states, by outpoint and by address: those that moved since the last
 * settlement in memory, on top of the settled ones. Every change goes through the transition table
 * and into the list of changes, from which notifications are made. One thread. Source:
 * specification, UTXO State Manager.
 */
public final class UtxoStateManager {
  private final SettledUtxos settled;
  private final UtxoTable table;
  private final Map<Address, SequencedSet<OutPoint>> created = new HashMap<>();
  private List<UtxoChange> changes = new ArrayList<>();
  private long createdCount;
  private long settledCount;

  /**
   * A set on top of the settled one.
   *
   * @param hashSalt random; keeps others from making collisions
   */
  public UtxoStateManager(long hashSalt, SettledUtxos settled) {
    this.settled = settled;
    this.settledCount = settled.utxoCount();
    this.table = new UtxoTable(hashSalt);
  }

  /** The output and its state, or empty if no final transaction made it. */
  public Optional<UtxoEntry> find(OutPoint outPoint) {
    UtxoEntry moved = table.get(outPoint);
    return moved != null ? Optional.of(moved) : settled.utxo(outPoint);
  }

  /** The UTXOs of an address, in the order they came into being. */
  public List<UtxoEntry> ofAddress(Address address) {
    SequencedSet<OutPoint> all = new LinkedHashSet<>(settled.outPointsOf(address));
    SequencedSet<OutPoint> fresh = created.get(address);
    if (fresh != null) {
      all.addAll(fresh);
    }
    return all.stream().flatMap(outPoint -> find(outPoint).stream()).toList();
  }

  /** Outputs held, spent ones included. */
  public long size() {
    return settledCount + createdCount;
  }

  /** Outputs held in memory. */
  public int inMemory() {
    return table.size();
  }

  /** Visits every output in no particular order. */
  public void forEach(Consumer<UtxoEntry> consumer) {
    settled.forEachUtxo(
        entry -> {
          if (table.get(entry.outPoint()) == null) {
            consumer.accept(entry);
          }
        });
    forEachMoved(consumer);
  }

  /** Visits those that are in memory. */
  public void forEachMoved(Consumer<UtxoEntry> consumer) {
    table.forEach(consumer);
  }

  /**
   * An output comes into being, as {@code Unspent}.
   *
   * @throws IllegalStateException if it exists
   */
  public void create(OutPoint outPoint, TxOutput output, long atMs) {
    if (find(outPoint).isPresent()) {
      throw new IllegalStateException("output " + outPoint + " exists");
    }
    table.put(new UtxoEntry(outPoint, output, UtxoState.UNSPENT));
    createdCount++;
    created.computeIfAbsent(output.address(), _ -> new LinkedHashSet<>(2)).add(outPoint);
    changes.add(new UtxoChange(outPoint, output, UtxoState.UNSPENT, UtxoState.UNSPENT, atMs));
  }

  /**
   * Applies the table to one output.
   *
   * @return what the table said; nothing changed if it refused
   * @throws IllegalArgumentException if there is no such output
   */
  public Transition apply(OutPoint outPoint, TransitionCause cause, long atMs) {
    UtxoEntry entry =
        find(outPoint).orElseThrow(() -> new IllegalArgumentException("no output " + outPoint));
    Transition transition = UtxoTransitions.apply(entry.state(), cause);
    if (transition instanceof Changed changed) {
      table.put(entry.with(changed.state()));
      changes.add(new UtxoChange(outPoint, entry.output(), entry.state(), changed.state(), atMs));
    }
    return transition;
  }

  /** The changes since the last call, in order. */
  public List<UtxoChange> drainChanges() {
    List<UtxoChange> drained = changes;
    changes = new ArrayList<>();
    return drained;
  }

  /**
   * These are in the settled set now. Memory lets go of them, but not of what has moved on since.
   */
  public void settled(Collection<UtxoEntry> entries) {
    for (UtxoEntry entry : entries) {
      if (entry.equals(table.get(entry.outPoint()))) {
        table.remove(entry.outPoint());
      }
      created.computeIfPresent(
          entry.output().address(),
          (_, outPoints) -> {
            createdCount -= outPoints.remove(entry.outPoint()) ? 1 : 0;
            return outPoints.isEmpty() ? null : outPoints;
          });
    }
    settledCount = settled.utxoCount();
  }
}
