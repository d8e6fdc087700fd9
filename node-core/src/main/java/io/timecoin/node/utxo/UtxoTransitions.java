package io.timecoin.node.utxo;

import io.timecoin.node.base.Txid;
import io.timecoin.node.utxo.Transition.Changed;
import io.timecoin.node.utxo.Transition.Reason;
import io.timecoin.node.utxo.Transition.Refused;
import io.timecoin.node.utxo.UtxoState.Confirmed;
import io.timecoin.node.utxo.UtxoState.Locked;
import io.timecoin.node.utxo.UtxoState.SpentFinalized;
import io.timecoin.node.utxo.UtxoState.SpentPending;
import io.timecoin.node.utxo.UtxoState.Unspent;

/** The one transition table; everything it does not name is refused. Source: protocol.md 3. */
public final class UtxoTransitions {
  private UtxoTransitions() {}

  /** The state that follows, or why there is none. Pure. */
  public static Transition apply(UtxoState state, TransitionCause cause) {
    return switch (state) {
      case Unspent _ -> fromUnspent(cause);
      case Locked locked -> fromLocked(locked, cause);
      case SpentPending pending -> fromPending(pending, cause);
      case SpentFinalized finalized -> fromFinalized(finalized, cause);
      case Confirmed confirmed -> refused(finalFor(confirmed.txid(), cause));
    };
  }

  private static Transition fromUnspent(TransitionCause cause) {
    return switch (cause) {
      case TransitionCause.Lock lock -> changed(new Locked(lock.txid(), lock.at()));
      case TransitionCause.Approval _,
          TransitionCause.Finality _,
          TransitionCause.Inclusion _,
          TransitionCause.Release _ ->
          refused(Reason.NOT_FROM_THIS_STATE);
    };
  }

  private static Transition fromLocked(Locked locked, TransitionCause cause) {
    if (!locked.txid().equals(cause.txid())) {
      return refused(Reason.HELD_BY_ANOTHER);
    }
    return switch (cause) {
      case TransitionCause.Approval a ->
          changed(new SpentPending(a.txid(), a.votes(), a.totalNodes(), a.at()));
      case TransitionCause.Release _ -> changed(UtxoState.UNSPENT);
      case TransitionCause.Lock _, TransitionCause.Finality _, TransitionCause.Inclusion _ ->
          refused(Reason.NOT_FROM_THIS_STATE);
    };
  }

  private static Transition fromPending(SpentPending pending, TransitionCause cause) {
    if (!pending.txid().equals(cause.txid())) {
      return refused(Reason.HELD_BY_ANOTHER);
    }
    return switch (cause) {
      case TransitionCause.Approval a ->
          a.votes() > pending.votes()
              ? changed(new SpentPending(a.txid(), a.votes(), a.totalNodes(), pending.spentAt()))
              : refused(Reason.VOTES_DID_NOT_GROW);
      case TransitionCause.Finality f -> changed(new SpentFinalized(f.txid(), f.at(), f.votes()));
      case TransitionCause.Release _ -> changed(UtxoState.UNSPENT);
      case TransitionCause.Lock _, TransitionCause.Inclusion _ ->
          refused(Reason.NOT_FROM_THIS_STATE);
    };
  }

  private static Transition fromFinalized(SpentFinalized finalized, TransitionCause cause) {
    if (finalized.txid().equals(cause.txid()) && cause instanceof TransitionCause.Inclusion i) {
      return changed(new Confirmed(i.txid(), i.blockHeight(), i.at()));
    }
    return refused(finalFor(finalized.txid(), cause));
  }

  private static Reason finalFor(Txid spender, TransitionCause cause) {
    return spender.equals(cause.txid()) ? Reason.ALREADY_FINAL : Reason.HELD_BY_ANOTHER;
  }

  private static Transition changed(UtxoState state) {
    return new Changed(state);
  }

  private static Transition refused(Reason reason) {
    return new Refused(reason);
  }
}
