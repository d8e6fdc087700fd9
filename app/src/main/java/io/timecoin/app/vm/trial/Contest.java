package io.timecoin.app.vm.trial;

import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.SeatView;
import java.util.List;

/** Two payments of the same coin, side by side. */
public record Contest(PaymentView one, PaymentView other) {

  /** How it stands between the two. */
  public enum Verdict {
    /** Votes come in; either can still win. */
    VOTING,
    /** Neither can reach a quorum any more: a block has to decide. */
    SPLIT,
    /** One is final, the other never will be, because the first one was. */
    DECIDED,
    /** One is final, after a block had released the other. */
    DECIDED_BY_BLOCK,
    /** A block released both; the coin is free. */
    RELEASED
  }

  /** How it stands. */
  public Verdict verdict() {
    if (one.isFinal() || other.isFinal()) {
      PaymentView loser = one.isFinal() ? other : one;
      return loser.reason().code().equals("RELEASED") ? Verdict.DECIDED_BY_BLOCK : Verdict.DECIDED;
    }
    if (one.isSettled() && other.isSettled()) {
      return Verdict.RELEASED;
    }
    return isSplit() ? Verdict.SPLIT : Verdict.VOTING;
  }

  private boolean isSplit() {
    int quorum = one.votes().quorum();
    int left = one.votes().total() - one.votes().approvals() - other.votes().approvals();
    return quorum > 0
        && one.votes().approvals() + left < quorum
        && other.votes().approvals() + left < quorum;
  }

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return one.isSettled() && other.isSettled();
  }

  /** The final one if there is one, else the first. */
  public PaymentView winner() {
    return other.isFinal() ? other : one;
  }

  /** The other of the two. */
  public PaymentView loser() {
    return other.isFinal() ? one : other;
  }

  /** Who voted for a payment, by name. */
  public static List<String> voters(PaymentView payment) {
    return payment.votes().seats().stream()
        .filter(
            seat -> seat.kind() == SeatView.Kind.PREPARED || seat.kind() == SeatView.Kind.COMMITTED)
        .map(SeatView::name)
        .toList();
  }
}
