package io.timecoin.app.wallet.history;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import java.time.Instant;
import java.util.Optional;

/**
 * One payment of a wallet, as it is exported.
 *
 * @param amount what was paid or received, without the fee
 * @param fee what the wallet paid on top; zero for what it received
 * @param address who was paid or where it came in; several are separated by a space
 * @param state how far it got, such as {@code final}
 * @param block the height it was confirmed at
 */
public record HistoryRow(
    Instant date,
    Txid txid,
    Direction direction,
    Amount amount,
    Amount fee,
    String address,
    String label,
    String state,
    Optional<Long> block) {

  /** Which way the money went. */
  public enum Direction {
    RECEIVED,
    SENT,
    /** From this wallet to this wallet: only the fee is gone. */
    INTERNAL
  }

  /** What the wallet has more, or less, in units. */
  public long balanceChange() {
    return switch (direction) {
      case RECEIVED -> amount.units();
      case SENT -> -Math.addExact(amount.units(), fee.units());
      case INTERNAL -> -fee.units();
    };
  }
}
