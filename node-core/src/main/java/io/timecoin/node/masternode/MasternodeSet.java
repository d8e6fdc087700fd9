package io.timecoin.node.masternode;

import io.timecoin.node.base.PublicKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The voters at one time: an immutable snapshot in order of public key, so that a masternode's
 * index is the same on every node.
 */
public final class MasternodeSet {
  /** Index of a key that is no member's. */
  public static final int NO_MEMBER = -1;

  private final List<Masternode> members;
  private final Map<PublicKey, Integer> indexes;

  /**
   * Sorts the members by public key.
   *
   * @throws IllegalArgumentException if there is none or a key occurs twice
   */
  public MasternodeSet(List<Masternode> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a masternode set needs a member");
    }
    this.members = members.stream().sorted(Comparator.comparing(Masternode::publicKey)).toList();
    this.indexes = new HashMap<>();
    for (int i = 0; i < this.members.size(); i++) {
      if (indexes.put(this.members.get(i).publicKey(), i) != null) {
        throw new IllegalArgumentException(
            "masternode " + this.members.get(i).publicKey() + " occurs twice");
      }
    }
  }

  /** In order of public key. */
  public List<Masternode> members() {
    return members;
  }

  /** {@code n}. */
  public int size() {
    return members.size();
  }

  /** Votes needed, see {@link Quorum#of}. */
  public int quorum() {
    return Quorum.of(size());
  }

  /** Position of the key among the members, or {@link #NO_MEMBER}. */
  public int indexOf(PublicKey key) {
    return indexes.getOrDefault(key, NO_MEMBER);
  }

  /** Whether the key is a member's. */
  public boolean contains(PublicKey key) {
    return indexes.containsKey(key);
  }
}
