package io.timecoin.app.wallet;

import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import java.util.SortedSet;

/** Whether and how a wallet can pay what a draft says with the coins it has. */
public sealed interface PaymentPlan {

  /** So it would be signed. */
  record Ready(Payment payment) implements PaymentPlan {}

  /**
   * There is less than amount and fee together.
   *
   * @param available what the free coins hold, or the picked ones
   */
  record NotEnough(Amount available, Amount needed) implements PaymentPlan {}

  /**
   * The money is in more pieces than one transaction can spend.
   *
   * @param reachable what the largest pieces hold that fit one transaction
   */
  record TooManyPieces(Amount reachable) implements PaymentPlan {}

  /** More than any amount of money can be. */
  record OutOfRange() implements PaymentPlan {}

  /** The network takes no such fee. */
  record FeeTooLow(Amount least) implements PaymentPlan {}

  /** Picked coins that are frozen, spent, or not ours. */
  record CannotSpend(SortedSet<OutPoint> coins) implements PaymentPlan {}

  /** Nobody is to be paid. */
  record NoRecipient() implements PaymentPlan {}

  /** More than fit one transaction together with change. */
  record TooManyRecipients(int most) implements PaymentPlan {}

  /**
   * Chooses the coins; the same coins in any order give the same plan.
   *
   * @param least the least fee the network takes; a change worth less is left to the fee, since
   *     spending it again would cost more than it holds
   */
  static PaymentPlan of(CoinPool pool, PaymentDraft draft, Amount least) {
    return new Planner(pool, draft, least).plan();
  }
}
