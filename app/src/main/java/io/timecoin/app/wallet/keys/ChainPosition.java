package io.timecoin.app.wallet.keys;

import java.util.Optional;

/**
 * How far a chain of addresses has been used and handed out.
 *
 * @param used index after the highest address that was ever paid
 * @param next index of the address to hand out, the first that was neither paid nor passed over
 */
public record ChainPosition(int used, int next) {

  /** Unused addresses in a row after which a search ends. Source: BIP-44. */
  public static final int GAP = 20;

  /** Nothing was used yet. */
  public static final ChainPosition START = new ChainPosition(0, 0);

  private static final int LAST = AccountKeys.ADDRESSES_MAX - 1;

  /** Refuses indexes past the last address, and a next one that was paid already. */
  public ChainPosition {
    if (used < 0 || used > LAST + 1 || next < Math.min(used, LAST) || next > LAST) {
      throw new IllegalArgumentException("no position in a chain: " + used + ", " + next);
    }
  }

  /**
   * After an address was paid. At the very end of a chain its last address is used again.
   *
   * @param index of the address
   */
  public ChainPosition paid(int index) {
    int nowUsed = Math.max(used, index + 1);
    return new ChainPosition(nowUsed, Math.max(next, Math.min(nowUsed, LAST)));
  }

  /**
   * One further, though nothing was paid; empty where the next address is the last that a search
   * from the words alone would find.
   */
  public Optional<ChainPosition> movedOn() {
    int further = next + 1;
    return further < Math.min(used + GAP, LAST + 1)
        ? Optional.of(new ChainPosition(used, further))
        : Optional.empty();
  }

  /** Addresses to watch, from index 0: the handed out ones and {@value #GAP} from the next one. */
  public int watched() {
    return Math.min(next + GAP, LAST + 1);
  }
}
