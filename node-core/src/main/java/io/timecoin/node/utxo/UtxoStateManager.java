package io.timecoin.node.utxo;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.Transition.Changed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All UTXOs with their states, by outpoint and by address. Every change goes through the transition
 * table and into the list of changes, from which notifications are made. One thread. Source:
 * specification, UTXO State Manager.
 */
public final class UtxoStateManager {
  private final UtxoTable table;
  private final Map<Address, List<OutPoint>> byAddress = new HashMap<>();
  private List<UtxoChange> changes = new ArrayList<>();

  /**
   * An empty set.
   *
   * @param hashSalt random; keeps others from making collisions
   */
  public UtxoStateManager(long hashSalt) {
    this.table = new UtxoTable(hashSalt);
  }

  /** The output and its state, or empty if no final transaction made it. */
  public Optional<UtxoEntry> find(OutPoint outPoint) {
    return Optional.ofNullable(table.get(outPoint));
  }

  /** The UTXOs of an address, in the order they came into being. */
  public List<UtxoEntry> ofAddress(Address address) {
    return byAddress.getOrDefault(address, List.of()).stream()
        .flatMap(outPoint -> find(outPoint).stream())
        .toList();
  }

  /** Outputs held, spent ones included. */
  public int size() {
    return table.size();
  }

  /** Visits every output in no particular order. */
  public void forEach(Consumer<UtxoEntry> consumer) {
    table.forEach(consumer);
  }

  /**
   * An output comes into being, as {@code Unspent}.
   *
   * @throws IllegalStateException if it exists
   */
  public void create(OutPoint outPoint, TxOutput output, long atMs) {
    if (table.get(outPoint) != null) {
      throw new IllegalStateException("output " + outPoint + " exists");
    }
    table.put(new UtxoEntry(outPoint, output, UtxoState.UNSPENT));
    byAddress.computeIfAbsent(output.address(), _ -> new ArrayList<>(1)).add(outPoint);
    changes.add(new UtxoChange(outPoint, output, UtxoState.UNSPENT, UtxoState.UNSPENT, atMs));
  }

  /**
   * Applies the table to one output.
   *
   * @return what the table said; nothing changed if it refused
   * @throws IllegalArgumentException if there is no such output
   */
  public Transition apply(OutPoint outPoint, TransitionCause cause, long atMs) {
    UtxoEntry entry = table.get(outPoint);
    if (entry == null) {
      throw new IllegalArgumentException("no output " + outPoint);
    }
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
}
