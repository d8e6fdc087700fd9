package io.timecoin.node.utxo;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * UTXOs by outpoint: open addressing with linear probing, one writer. The hash is salted, because
 * txids can be ground until they collide. Removal closes the gap it leaves, so that no search ends
 * too early.
 */
final class UtxoTable {
  private static final int INITIAL_SLOTS = 1 << 10;

  private final long salt;
  private @Nullable UtxoEntry[] slots = new @Nullable UtxoEntry[INITIAL_SLOTS];
  private int size;

  UtxoTable(long salt) {
    this.salt = salt;
  }

  int size() {
    return size;
  }

  @Nullable UtxoEntry get(OutPoint outPoint) {
    return slots[slotOf(slots, outPoint)];
  }

  void put(UtxoEntry entry) {
    int slot = slotOf(slots, entry.outPoint());
    if (slots[slot] == null) {
      size++;
    }
    slots[slot] = entry;
    if (2 * size > slots.length) {
      grow();
    }
  }

  void remove(OutPoint outPoint) {
    int gap = slotOf(slots, outPoint);
    if (slots[gap] == null) {
      return;
    }
    size--;
    int mask = slots.length - 1;
    int next = (gap + 1) & mask;
    while (slots[next] != null) {
      UtxoEntry entry = Objects.requireNonNull(slots[next]);
      int home = hash(entry.outPoint()) & mask;
      boolean reaches = ((next - home) & mask) >= ((next - gap) & mask);
      if (reaches) {
        slots[gap] = entry;
        gap = next;
      }
      next = (next + 1) & mask;
    }
    slots[gap] = null;
  }

  void forEach(Consumer<UtxoEntry> consumer) {
    Arrays.stream(slots).filter(Objects::nonNull).forEach(consumer);
  }

  private void grow() {
    @Nullable UtxoEntry[] larger = new @Nullable UtxoEntry[slots.length * 2];
    for (UtxoEntry entry : slots) {
      if (entry != null) {
        larger[slotOf(larger, entry.outPoint())] = entry;
      }
    }
    slots = larger;
  }

  private int slotOf(@Nullable UtxoEntry[] table, OutPoint outPoint) {
    int mask = table.length - 1;
    int slot = hash(outPoint) & mask;
    while (true) {
      UtxoEntry found = table[slot];
      if (found == null || found.outPoint().equals(outPoint)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private int hash(OutPoint outPoint) {
    Txid txid = outPoint.txid();
    long mixed = salt;
    mixed = mix(mixed ^ txid.w0());
    mixed = mix(mixed ^ txid.w1());
    mixed = mix(mixed ^ txid.w2());
    mixed = mix(mixed ^ txid.w3());
    return (int) mix(mixed ^ outPoint.vout());
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
