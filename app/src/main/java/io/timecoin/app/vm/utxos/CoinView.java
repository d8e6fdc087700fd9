package io.timecoin.app.vm.utxos;

import io.timecoin.app.vm.StateKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Everything that was seen of one output.
 *
 * @param units its amount
 * @param label what somebody wrote on it, or empty
 * @param origin the transaction that made it
 * @param originKnown whether that is a payment of this wallet, which can be opened
 * @param steps oldest first
 */
public record CoinView(
    String outPoint,
    String address,
    long units,
    String label,
    boolean frozen,
    String origin,
    boolean originKnown,
    List<Step> steps) {

  public CoinView {
    steps = List.copyOf(steps);
  }

  /**
   * A state it came to.
   *
   * @param atMillis milliseconds since 1970; empty if it happened before the app looked
   * @param sinceMillis milliseconds since the step before, where both were seen
   * @param spender the transaction behind it, empty while unspent
   * @param spenderKnown whether that is a payment of this wallet, which can be opened
   * @param block the block that confirmed it
   */
  public record Step(
      StateKind kind,
      OptionalLong atMillis,
      OptionalDouble sinceMillis,
      String spender,
      boolean spenderKnown,
      OptionalLong block) {}
}
