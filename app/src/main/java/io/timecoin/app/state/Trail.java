package io.timecoin.app.state;

import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every state an output was seen in, releases and second spenders included, where {@link
 * StageTimes} knows the last walk only.
 *
 * @param steps oldest first, at most {@link #MAX}; past it the oldest are forgotten
 */
public record Trail(List<Step> steps) {

  /** Eight walks that came to nothing. */
  public static final int MAX = 32;

  /** Nothing was seen. */
  public static final Trail EMPTY = new Trail(List.of());

  /** Most outputs of a wallet are told of once, unspent, and share this. */
  private static final Trail UNSPENT =
      new Trail(List.of(new Step(Stage.UNSPENT, null, StageTimes.NEVER)));

  /**
   * A state that was reached.
   *
   * @param spender the transaction behind it, or null while unspent
   * @param at when the app heard of it, or {@link StageTimes#NEVER} if nobody looked then
   */
  public record Step(Stage stage, @Nullable Txid spender, long at) {}

  /** As found in a snapshot. */
  static Trail found(UtxoState state) {
    return Stage.of(state) == Stage.UNSPENT
        ? UNSPENT
        : EMPTY.reached(Stage.of(state), Utxo.spender(state), StageTimes.NEVER);
  }

  /** One state further; the same trail where only votes were counted. */
  Trail reached(Stage stage, @Nullable Txid spender, long at) {
    if (!steps.isEmpty()
        && steps.getLast().stage() == stage
        && Objects.equals(steps.getLast().spender(), spender)) {
      return this;
    }
    List<Step> longer = new ArrayList<>(steps.subList(steps.size() < MAX ? 0 : 1, steps.size()));
    longer.add(new Step(stage, spender, at));
    return new Trail(List.copyOf(longer));
  }
}
