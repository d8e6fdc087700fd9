package io.timecoin.app.wallet.keys;

import io.timecoin.node.base.Network;

/**
 * Where a key is derived: {@code m/44'/coin'/account'/chain'/index'}, every step hardened, since
 * Ed25519 knows no other (SLIP-0010).
 *
 * @param coin 0 on mainnet, 1 on every test network, see {@link #coinOf}
 * @param account from 0, below 2^31
 * @param index from 0, below 2^31
 */
public record KeyPath(int coin, int account, KeyChain chain, int index) {

  /** BIP-44. */
  static final int PURPOSE = 44;

  /** Refuses numbers that leave no room for the hardening bit. */
  public KeyPath {
    if (coin < 0 || account < 0 || index < 0) {
      throw new IllegalArgumentException("coin, account and index are 0 to 2147483647");
    }
  }

  /** The path of a key on that network. */
  public static KeyPath of(Network network, int account, KeyChain chain, int index) {
    return new KeyPath(coinOf(network), account, chain, index);
  }

  /**
   * The coin number: 0 for mainnet as the design of the wallet says, 1 for all test networks as
   * SLIP-0044 says. Bitcoin's 0 is no danger: master keys of Ed25519 and secp256k1 differ for the
   * same words.
   */
  public static int coinOf(Network network) {
    return network == Network.MAINNET ? 0 : 1;
  }

  /** As people write it: {@code m/44'/0'/0'/0'/5'}. */
  @Override
  public String toString() {
    return "m/"
        + PURPOSE
        + "'/"
        + coin
        + "'/"
        + account
        + "'/"
        + chain.number()
        + "'/"
        + index
        + "'";
  }
}
