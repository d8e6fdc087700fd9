package io.timecoin.node.block;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;
import io.timecoin.node.crypto.MerkleTree;
import io.timecoin.node.tx.Coinbase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over a block's content: one leaf {@code 0 · coinbase txid}, one {@code 1 · txid}
 * a transaction, one {@code 2 · txid} a release, in the block's order. A leaf and its path prove to
 * a wallet that its payment is in the block.
 */
public final class BlockRoots {
  private static final byte COINBASE = 0;
  private static final byte TRANSACTION = 1;
  private static final byte RELEASE = 2;

  private BlockRoots() {}

  /** The tree; leaf 0 is the coinbase, leaf {@code 1 + i} transaction {@code i}. */
  public static MerkleTree tree(Coinbase coinbase, List<Txid> transactions, List<Txid> releases) {
    List<byte[]> leaves = new ArrayList<>(1 + transactions.size() + releases.size());
    leaves.add(leaf(COINBASE, coinbase.txid()));
    transactions.forEach(txid -> leaves.add(leaf(TRANSACTION, txid)));
    releases.forEach(txid -> leaves.add(leaf(RELEASE, txid)));
    return MerkleTree.over(leaves);
  }

  static Hash256 root(Coinbase coinbase, List<Txid> transactions, List<Txid> releases) {
    return tree(coinbase, transactions, releases).root();
  }

  /** The bytes of a transaction's leaf. */
  public static byte[] transactionLeaf(Txid txid) {
    return leaf(TRANSACTION, txid);
  }

  private static byte[] leaf(byte kind, Txid txid) {
    return ByteBuffer.allocate(1 + Txid.BYTES).put(kind).put(txid.toBytes()).array();
  }
}
