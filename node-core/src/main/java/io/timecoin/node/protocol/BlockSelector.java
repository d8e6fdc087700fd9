package io.timecoin.node.protocol;

import io.timecoin.node.base.Hash256;
import io.timecoin.node.base.Txid;

/** Which blocks are asked for. */
public sealed interface BlockSelector {
  /** From that height on. */
  record From(long height) implements BlockSelector {
    /** Heights begin at 1. */
    public From {
      if (height < 1) {
        throw new IllegalArgumentException("the first block has height 1");
      }
    }
  }

  /** The newest, newest last. */
  record Newest() implements BlockSelector {}

  /** The one of that hash. */
  record WithHash(Hash256 hash) implements BlockSelector {}

  /** The one that includes or released that transaction. */
  record With(Txid txid) implements BlockSelector {}
}
