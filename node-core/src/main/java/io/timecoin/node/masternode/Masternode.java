package io.timecoin.node.masternode;

import io.timecoin.node.base.Address;
import io.timecoin.node.base.PublicKey;

/**
 * One voter.
 *
 * @param name for people only; letters, digits, space, {@code . _ -}, at most 40 characters
 * @param rewardAddress where its share of rewards goes
 */
public record Masternode(String name, PublicKey publicKey, Address rewardAddress) {
  private static final int NAME_MAX = 40;

  /** Refuses a name that would need escaping or more room than a tile has. */
  public Masternode {
    if (!PlainText.fits(name, NAME_MAX)) {
      throw new IllegalArgumentException(
          "masternode name must be 1 to " + NAME_MAX + " letters, digits, spaces or . _ -");
    }
  }
}
