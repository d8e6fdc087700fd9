package io.timecoin.node.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the newest entries only; the oldest leaves when it is full. Insertion order. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int max;

  BoundedMap(int max) {
    this.max = max;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > max;
  }
}
