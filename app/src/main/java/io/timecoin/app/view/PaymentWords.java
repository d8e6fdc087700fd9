package io.timecoin.app.view;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.VoteView;
import java.time.Instant;

/** A payment in sentences. */
public final class PaymentWords {

  private static final Texts TEXTS = Texts.of(PaymentWords.class);

  private PaymentWords() {}

  /** Whom it goes to or comes from. */
  public static String who(PaymentView payment) {
    return switch (payment.direction()) {
      case OUT -> TEXTS.get("to", Looks.who(payment.counterparty()));
      case IN -> TEXTS.get("from", Looks.who(payment.counterparty()));
      case WITHIN -> TEXTS.get("within");
      case UNKNOWN -> TEXTS.get("unknown");
    };
  }

  /** How much to or from whom. */
  public static String headline(PaymentView payment) {
    String amount = Discretion.amount(Formats.standard(), payment.units());
    String who = Looks.who(payment.counterparty());
    return switch (payment.direction()) {
      case OUT -> TEXTS.get("headline.out", amount, who);
      case IN -> TEXTS.get("headline.in", amount, who);
      case WITHIN -> TEXTS.get("headline.within", amount);
      case UNKNOWN -> TEXTS.get("headline.unknown");
    };
  }

  /** What is going on, in one sentence. */
  public static String standing(PaymentView payment) {
    VoteView votes = payment.votes();
    return switch (payment.step()) {
      case SUBMITTED -> TEXTS.get("standing.submitted");
      case ACCEPTED -> TEXTS.get("standing.accepted");
      case WAITING -> TEXTS.get("standing.waiting");
      case PREPARING ->
          TEXTS.get("standing.preparing", votes.approvals(), votes.total(), votes.quorum());
      case COMMITTING ->
          TEXTS.get("standing.committing", votes.commits(), votes.total(), votes.quorum());
      case FINAL ->
          votes.finalMillis().isPresent()
              ? TEXTS.get(
                  "standing.final.in",
                  votes.commits(),
                  votes.total(),
                  Formats.standard().millis(votes.finalMillis().getAsDouble()))
              : TEXTS.get("standing.final");
      case CONFIRMED -> TEXTS.get("standing.confirmed", payment.blockHeight().orElse(0));
      case REJECTED -> TEXTS.get("standing.rejected");
      case REFUSED -> TEXTS.get("standing.refused");
    };
  }

  /** Why it waits or was turned down, and what comes next; empty if nothing is wrong. */
  public static String reason(PaymentView payment) {
    PaymentView.Reason reason = payment.reason();
    String why = why(reason);
    String next = why.isEmpty() ? "" : next(reason);
    return next.isEmpty() ? why : why + " " + next;
  }

  private static String next(PaymentView.Reason reason) {
    String when =
        reason.nextAtMillis().isEmpty()
            ? ""
            : Formats.standard().clock(Instant.ofEpochMilli(reason.nextAtMillis().getAsLong()));
    return switch (reason.next()) {
      case "PROMISE" -> TEXTS.get("next.promise", when);
      case "BLOCK" -> TEXTS.get("next.block", when);
      case "CONFLICT_ENDS" -> TEXTS.get("next.conflictends", when);
      default -> "";
    };
  }

  private static String why(PaymentView.Reason reason) {
    return switch (reason.code()) {
      case "" -> "";
      case "QUORUM" ->
          reason.missing().isEmpty()
              ? ""
              : TEXTS.get("reason.quorum", String.join(", ", reason.missing()));
      case "PARENT" -> TEXTS.get("reason.parent");
      case "CONFLICT" -> TEXTS.get("reason.conflict");
      case "CONTESTED" -> TEXTS.get("reason.contested");
      case "RELEASED" -> TEXTS.get("reason.released");
      case "FUTURE_TIMESTAMP" -> TEXTS.get("reason.future");
      case "NOT_VOTING" -> TEXTS.get("reason.notvoting");
      case "CONFLICT_FINAL" -> TEXTS.get("reason.conflictfinal");
      case "PARENT_REJECTED" -> TEXTS.get("reason.parentrejected");
      default -> TEXTS.get("reason.other", reason.message());
    };
  }

  /** What is known of its proof; empty while it is not final. */
  public static String proof(PaymentView payment) {
    return switch (payment.proof()) {
      case NONE -> payment.isFinal() ? TEXTS.get("proof.none") : "";
      case HELD -> TEXTS.get("proof.held");
      case VALID -> TEXTS.get("proof.valid");
      case INVALID -> TEXTS.get("proof.invalid");
    };
  }
}
