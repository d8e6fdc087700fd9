package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Coinbase;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One step of the chain: it names what it includes and releases; bodies travel by themselves, so
 * that what every node holds is not sent again. Well-formed by construction: lists strictly in
 * order of txid, no txid both included and released, the coinbase of this height, the header's
 * content root. Whether it is valid on its parent's state the engine says.
 */
public record Block(
    BlockHeader header, Coinbase coinbase, List<Txid> transactions, List<Txid> releases) {
  /** Most transactions, and most releases, of one block. */
  public static final int TRANSACTIONS_MAX = 10_000;

  /** Checks the form. */
  public Block {
    transactions = List.copyOf(transactions);
    releases = List.copyOf(releases);
    requireOrdered("transactions", transactions);
    requireOrdered("releases", releases);
    Set<Txid> included = new HashSet<>(transactions);
    if (releases.stream().anyMatch(included::contains)) {
      throw new IllegalArgumentException("a block cannot include and release one transaction");
    }
    if (Integer.toUnsignedLong(coinbase.height()) != header.height()
        || coinbase.timestamp() != Math.floorDiv(header.timestampMs(), 1000)) {
      throw new IllegalArgumentException("the coinbase is not of the block's height and time");
    }
    if (!header.content().equals(BlockRoots.root(coinbase, transactions, releases))) {
      throw new IllegalArgumentException("the content root is not that of the block's content");
    }
  }

  private static void requireOrdered(String what, List<Txid> txids) {
    if (txids.size() > TRANSACTIONS_MAX) {
      throw new IllegalArgumentException(what + " above " + TRANSACTIONS_MAX);
    }
    for (int i = 1; i < txids.size(); i++) {
      if (txids.get(i - 1).compareTo(txids.get(i)) >= 0) {
        throw new IllegalArgumentException(what + " must be listed by txid, each once");
      }
    }
  }

  /** Puts a block together; sorts the lists and computes the root. */
  public static Block of(
      Place place, Coinbase coinbase, List<Txid> transactions, List<Txid> releases) {
    List<Txid> included = transactions.stream().sorted().toList();
    List<Txid> released = releases.stream().sorted().toList();
    BlockHeader header =
        new BlockHeader(
            place.height(),
            place.parent(),
            place.timestampMs(),
            place.proposer(),
            BlockRoots.root(coinbase, included, released),
            place.state());
    return new Block(header, coinbase, included, released);
  }

  /**
   * Where a new block stands: its header without the content.
   *
   * @param timestampMs milliseconds since 1970
   */
  public record Place(
      long height, Hash256 parent, long timestampMs, PublicKey proposer, Hash256 state) {}

  /** {@link BlockHeader#height()}. */
  public long height() {
    return header.height();
  }

  /** {@link BlockHeader#hash()}, computed anew on each call. */
  public Hash256 hash() {
    return header.hash();
  }

  /** Whether it includes that transaction. */
  public boolean includes(Txid txid) {
    return Collections.binarySearch(transactions, txid) >= 0;
  }

  /** Whether it releases that transaction. */
  public boolean releases(Txid txid) {
    return Collections.binarySearch(releases, txid) >= 0;
  }

  /** Whether it includes and releases nothing. */
  public boolean isEmpty() {
    return transactions.isEmpty() && releases.isEmpty();
  }
}
