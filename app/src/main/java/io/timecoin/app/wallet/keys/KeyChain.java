package io.timecoin.app.wallet.keys;

/** The two rows of addresses of an account. Source: BIP-44, "change". */
public enum KeyChain {
  /** Addresses shown to those who pay: 0. */
  RECEIVE(0),
  /** Addresses that change comes back to, shown to nobody: 1. */
  CHANGE(1);

  private final int number;

  KeyChain(int number) {
    this.number = number;
  }

  /** Its place in a path. */
  public int number() {
    return number;
  }
}
