package io.timecoin.app.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map that shares what did not change with the map it was made from: putting one
 * entry into a map of 100 000 copies a handful of small arrays. What differs between two versions
 * is found without looking at what they share.
 *
 * <p>A hash trie, 32 ways a level. The order of entries is unspecified.
 *
 * @param <K> keys, compared with {@code equals}
 * @param <V> values, compared by identity when looking for differences
 */
public final class PersistentMap<K, V> {

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(TrieNode.empty(), 0);

  private final TrieNode<K, V> root;
  private final int size;

  private PersistentMap(TrieNode<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** The map without entries. */
  @SuppressWarnings("unchecked") // holds nothing of any type
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /** How many entries there are. */
  public int size() {
    return size;
  }

  /** The value of the key, or null. */
  public @Nullable V get(K key) {
    return root.get(key, TrieNode.hash(key), 0);
  }

  /** Whether the key has a value. */
  public boolean contains(K key) {
    return get(key) != null;
  }

  /** This map with that entry; itself if the value is the same object already. */
  @SuppressWarnings("ReferenceEquality") // on purpose: nothing would change
  public PersistentMap<K, V> with(K key, V value) {
    V before = get(key);
    if (before == value) {
      return this;
    }
    TrieNode<K, V> changed = root.with(key, value, TrieNode.hash(key), 0);
    return new PersistentMap<>(changed, before == null ? size + 1 : size);
  }

  /** This map without that key. */
  public PersistentMap<K, V> without(K key) {
    if (!contains(key)) {
      return this;
    }
    TrieNode<K, V> changed = root.without(key, TrieNode.hash(key), 0);
    return new PersistentMap<>(changed == null ? TrieNode.empty() : changed, size - 1);
  }

  /** Calls once for every entry. */
  public void forEach(BiConsumer<? super K, ? super V> action) {
    root.forEach(action);
  }

  /** A fresh list of the values. */
  public List<V> values() {
    List<V> values = new ArrayList<>(size);
    forEach((_, value) -> values.add(value));
    return values;
  }

  /**
   * Tells what is different here from an earlier version. Costs about as much as there are
   * differences if this map was made from the earlier one.
   */
  public void changesSince(PersistentMap<K, V> earlier, Changes<? super K, ? super V> changes) {
    TrieNode.diff(earlier.root, root, 0, changes);
  }

  /** Takes the differences between two maps. */
  public interface Changes<K, V> {
    /** The key is new, or its value is another object; {@code before} is null for a new key. */
    void put(K key, @Nullable V before, V now);

    /** The key is gone. */
    void removed(K key, V before);
  }
}
