package io.timecoin.node.crypto;

import io.timecoin.node.base.Hash256;
import java.util.ArrayList;
import java.util.List;

/**
 * A binary SHA-256 Merkle tree: leaves are SHA256(0x00 · bytes), nodes SHA256(0x01 · left · right),
 * a node without a partner moves up unchanged. The prefixes keep a leaf from passing for a node.
 * Source: protocol.md 4, vote batches.
 */
public final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** Levels from the leaves to the root. */
  private final List<List<Hash256>> levels;

  private MerkleTree(List<List<Hash256>> levels) {
    this.levels = levels;
  }

  /**
   * The tree over the given leaves, in order.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MerkleTree over(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a Merkle tree needs a leaf");
    }
    List<List<Hash256>> levels = new ArrayList<>();
    List<Hash256> level = leaves.stream().map(MerkleTree::leaf).toList();
    levels.add(level);
    while (level.size() > 1) {
      level = above(level);
      levels.add(level);
    }
    return new MerkleTree(levels);
  }

  private static List<Hash256> above(List<Hash256> level) {
    List<Hash256> next = new ArrayList<>((level.size() + 1) / 2);
    for (int i = 0; i < level.size(); i += 2) {
      next.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
    }
    return next;
  }

  /** The hash that stands for all leaves. */
  public Hash256 root() {
    return levels.getLast().getFirst();
  }

  /** The siblings on the way from the leaf to the root, lowest first; none where it moves up. */
  public List<Hash256> path(int leafIndex) {
    List<Hash256> path = new ArrayList<>();
    int index = leafIndex;
    for (List<Hash256> level : levels.subList(0, levels.size() - 1)) {
      int sibling = index ^ 1;
      if (sibling < level.size()) {
        path.add(level.get(sibling));
      }
      index >>= 1;
    }
    return List.copyOf(path);
  }

  /**
   * The root that a leaf and its path lead to.
   *
   * @param leafIndex position of the leaf among {@code leafCount}
   * @throws IllegalArgumentException if the path's length does not fit the position
   */
  public static Hash256 rootOf(byte[] leaf, int leafIndex, int leafCount, List<Hash256> path) {
    if (leafIndex < 0 || leafIndex >= leafCount) {
      throw new IllegalArgumentException("leaf index outside the tree");
    }
    Hash256 hash = leaf(leaf);
    int used = 0;
    int index = leafIndex;
    for (int width = leafCount; width > 1; width = (width + 1) / 2, index >>= 1) {
      if ((index ^ 1) < width) {
        if (used == path.size()) {
          throw new IllegalArgumentException("Merkle path is too short");
        }
        Hash256 sibling = path.get(used++);
        hash = (index & 1) == 0 ? node(hash, sibling) : node(sibling, hash);
      }
    }
    if (used != path.size()) {
      throw new IllegalArgumentException("Merkle path is too long");
    }
    return hash;
  }

  private static Hash256 leaf(byte[] bytes) {
    return Hash256.of(Hashes.sha256(LEAF, bytes));
  }

  private static Hash256 node(Hash256 left, Hash256 right) {
    return Hash256.of(Hashes.sha256(NODE, left.toBytes(), right.toBytes()));
  }
}
