package io.timecoin.app.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One node of a {@link PersistentMap}: a bit for every branch taken, and in the same order a leaf
 * or a node. Where all hash bits are used up, leaves of one hash stand in a list with no bits.
 */
final class TrieNode<K, V> {

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final int HASH_BITS = 32;
  private static final TrieNode<?, ?> EMPTY = new TrieNode<>(0, new Object[0]);

  private final int bitmap;
  private final Object[] slots;

  private record Leaf<K, V>(K key, V value, int hash) {}

  private TrieNode(int bitmap, Object[] slots) {
    this.bitmap = bitmap;
    this.slots = slots;
  }

  @SuppressWarnings("unchecked") // holds nothing of any type
  static <K, V> TrieNode<K, V> empty() {
    return (TrieNode<K, V>) EMPTY;
  }

  /** Spreads the bits: records of counters differ in few of them. */
  static int hash(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  @Nullable V get(K key, int hash, int shift) {
    int at = index(key, hash, shift);
    if (at < 0) {
      return null;
    }
    Object slot = slots[at];
    if (slot instanceof TrieNode<?, ?>) {
      return TrieNode.<K, V>node(slot).get(key, hash, shift + BITS);
    }
    Leaf<K, V> leaf = leaf(slot);
    return leaf.key().equals(key) ? leaf.value() : null;
  }

  TrieNode<K, V> with(K key, V value, int hash, int shift) {
    return with(new Leaf<>(key, value, hash), shift);
  }

  private TrieNode<K, V> with(Leaf<K, V> added, int shift) {
    int at = index(added.key(), added.hash(), shift);
    if (at < 0) {
      return inserted(added, shift);
    }
    Object slot = slots[at];
    if (slot instanceof TrieNode<?, ?>) {
      return replaced(at, TrieNode.<K, V>node(slot).with(added, shift + BITS));
    }
    Leaf<K, V> leaf = leaf(slot);
    if (leaf.key().equals(added.key())) {
      return replaced(at, added);
    }
    TrieNode<K, V> below = TrieNode.<K, V>empty().with(leaf, shift + BITS);
    return replaced(at, below.with(added, shift + BITS));
  }

  /** Null when nothing is left. */
  @Nullable TrieNode<K, V> without(K key, int hash, int shift) {
    int at = index(key, hash, shift);
    if (at < 0) {
      return this;
    }
    Object slot = slots[at];
    if (slot instanceof TrieNode<?, ?>) {
      TrieNode<K, V> below = TrieNode.<K, V>node(slot).without(key, hash, shift + BITS);
      return below == null ? removed(at, hash, shift) : replaced(at, below);
    }
    return TrieNode.<K, V>leaf(slot).key().equals(key) ? removed(at, hash, shift) : this;
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    for (Object slot : slots) {
      if (slot instanceof TrieNode<?, ?>) {
        TrieNode.<K, V>node(slot).forEach(action);
      } else {
        Leaf<K, V> leaf = leaf(slot);
        action.accept(leaf.key(), leaf.value());
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // what is shared is the same object
  static <K, V> void diff(
      TrieNode<K, V> before,
      TrieNode<K, V> now,
      int shift,
      PersistentMap.Changes<? super K, ? super V> changes) {
    if (before == now) {
      return;
    }
    if (shift >= HASH_BITS) {
      compare(before, now, changes);
      return;
    }
    for (int branch = 0; branch <= MASK; branch++) {
      Object left = before.slot(1 << branch);
      Object right = now.slot(1 << branch);
      if (left == right) {
        continue;
      }
      if (left instanceof TrieNode<?, ?> && right instanceof TrieNode<?, ?>) {
        diff(TrieNode.<K, V>node(left), TrieNode.<K, V>node(right), shift + BITS, changes);
      } else {
        compare(TrieNode.<K, V>wrapped(left), TrieNode.<K, V>wrapped(right), changes);
      }
    }
  }

  /** Entry by entry. */
  @SuppressWarnings("ReferenceEquality") // values are replaced, never changed inside
  private static <K, V> void compare(
      TrieNode<K, V> before,
      TrieNode<K, V> now,
      PersistentMap.Changes<? super K, ? super V> changes) {
    Map<K, V> old = new LinkedHashMap<>();
    before.forEach(old::put);
    now.forEach(
        (key, value) -> {
          V was = old.remove(key);
          if (was != value) {
            changes.put(key, was, value);
          }
        });
    old.forEach(changes::removed);
  }

  private int index(K key, int hash, int shift) {
    if (shift < HASH_BITS) {
      int bit = bit(hash, shift);
      return (bitmap & bit) == 0 ? -1 : position(bit);
    }
    for (int i = 0; i < slots.length; i++) {
      if (TrieNode.<K, V>leaf(slots[i]).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private TrieNode<K, V> inserted(Leaf<K, V> added, int shift) {
    boolean list = shift >= HASH_BITS;
    int bit = list ? 0 : bit(added.hash(), shift);
    int at = list ? slots.length : position(bit);
    Object[] longer = new Object[slots.length + 1];
    System.arraycopy(slots, 0, longer, 0, at);
    longer[at] = added;
    System.arraycopy(slots, at, longer, at + 1, slots.length - at);
    return new TrieNode<>(bitmap | bit, longer);
  }

  private TrieNode<K, V> replaced(int at, Object slot) {
    Object[] copy = slots.clone();
    copy[at] = slot;
    return new TrieNode<>(bitmap, copy);
  }

  private @Nullable TrieNode<K, V> removed(int at, int hash, int shift) {
    if (slots.length == 1) {
      return null;
    }
    Object[] shorter = Arrays.copyOf(slots, slots.length - 1);
    System.arraycopy(slots, at + 1, shorter, at, slots.length - at - 1);
    return new TrieNode<>(shift >= HASH_BITS ? 0 : bitmap & ~bit(hash, shift), shorter);
  }

  private @Nullable Object slot(int bit) {
    return (bitmap & bit) == 0 ? null : slots[position(bit)];
  }

  private int position(int bit) {
    return Integer.bitCount(bitmap & (bit - 1));
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  private static <K, V> TrieNode<K, V> wrapped(@Nullable Object slot) {
    if (slot == null) {
      return empty();
    }
    return slot instanceof TrieNode<?, ?> ? node(slot) : new TrieNode<>(0, new Object[] {slot});
  }

  @SuppressWarnings("unchecked") // slots hold leaves and nodes of this trie only
  private static <K, V> TrieNode<K, V> node(Object slot) {
    return (TrieNode<K, V>) slot;
  }

  @SuppressWarnings("unchecked") // slots hold leaves and nodes of this trie only
  private static <K, V> Leaf<K, V> leaf(Object slot) {
    return (Leaf<K, V>) slot;
  }
}
