package io.timecoin.app.vm;

import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.StageTimes;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.PaymentView.Direction;
import io.timecoin.app.vm.PaymentView.Reason;
import io.timecoin.app.wallet.Addresses;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.protocol.StatusReport;
import io.timecoin.node.protocol.WaitingReason;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns payments of the state into what screens show. Pure. */
public final class PaymentViews {

  private static final double MICROS_PER_MILLI = 1_000;

  private PaymentViews() {}

  /** The payment as it stands in this state. */
  public static PaymentView of(SessionState state, Names names, WalletTransaction transaction) {
    Transaction body = transaction.body();
    Flow flow = body == null ? Flow.UNKNOWN : flow(state.wallet().own(), names, body);
    return new PaymentView(
        transaction.txid().toString(),
        flow.direction(),
        flow.units(),
        flow.counterparty(),
        StateKind.of(transaction),
        PaymentView.Step.valueOf(transaction.standing().name()),
        VoteViews.of(transaction, state.network().report()),
        transaction.startedAt() / (long) MICROS_PER_MILLI,
        body == null ? List.of() : tracks(state, transaction, body),
        reason(transaction, state.network().report()),
        proof(transaction),
        transaction.blockHeight() == WalletTransaction.NO_BLOCK
            ? OptionalLong.empty()
            : OptionalLong.of(transaction.blockHeight()));
  }

  private record Flow(Direction direction, long units, String counterparty) {
    static final Flow UNKNOWN = new Flow(Direction.UNKNOWN, 0, "");
  }

  private static Flow flow(Set<Address> own, Names names, Transaction body) {
    List<TxOutput> foreign =
        body.outputs().stream().filter(output -> !own.contains(output.address())).toList();
    if (own.stream().anyMatch(address -> Addresses.pays(address, body))) {
      return foreign.isEmpty()
          ? new Flow(Direction.WITHIN, body.outputSum().units(), "")
          : new Flow(Direction.OUT, sum(foreign), named(names, foreign.getFirst().address()));
    }
    List<TxOutput> received =
        body.outputs().stream().filter(output -> own.contains(output.address())).toList();
    Address from =
        Addresses.of(body.inputs().getFirst().publicKey(), body.outputs().getFirst().address());
    return new Flow(Direction.IN, sum(received), named(names, from));
  }

  private static long sum(List<TxOutput> outputs) {
    return outputs.stream().mapToLong(output -> output.amount().units()).sum();
  }

  private static String named(Names names, Address address) {
    return names.of(address).orElse(address.toString());
  }

  private static List<TrackView> tracks(
      SessionState state, WalletTransaction transaction, Transaction body) {
    List<TrackView> tracks = new ArrayList<>();
    for (OutPoint spent : body.spends()) {
      Utxo utxo = state.wallet().utxos().get(spent);
      if (utxo != null) {
        tracks.add(track(utxo, transaction));
      }
    }
    return List.copyOf(tracks);
  }

  private static TrackView track(Utxo utxo, WalletTransaction transaction) {
    List<TrackView.Step> steps = new ArrayList<>();
    boolean ours = transaction.submittedAt() != StageTimes.NEVER;
    steps.add(new TrackView.Step(StateKind.UNSPENT, ours ? 0 : Double.NaN));
    int votes = 0;
    int total = transaction.tally().total();
    if (transaction.txid().equals(utxo.spender())) {
      for (Stage stage : Stage.values()) {
        if (stage != Stage.UNSPENT && stage.compareTo(utxo.stage()) <= 0) {
          steps.add(new TrackView.Step(StateKind.of(stage), millis(utxo, stage, transaction)));
        }
      }
      if (utxo.state() instanceof UtxoState.SpentPending pending) {
        votes = pending.votes();
        total = pending.totalNodes();
      }
    }
    if (StateKind.of(transaction) == StateKind.REJECTED && !utxo.stage().isSpent()) {
      steps.add(new TrackView.Step(StateKind.REJECTED, Double.NaN));
    }
    return new TrackView(
        utxo.outPoint().toString(), utxo.amount().units(), List.copyOf(steps), votes, total);
  }

  private static double millis(Utxo utxo, Stage stage, WalletTransaction transaction) {
    long at = utxo.times().of(stage);
    return at == StageTimes.NEVER
        ? Double.NaN
        : Math.max(0, (at - transaction.startedAt()) / MICROS_PER_MILLI);
  }

  private static Reason reason(WalletTransaction transaction, @Nullable StatusReport report) {
    WalletTransaction.Refusal refusal = transaction.refusal();
    if (refusal != null) {
      return Reason.of(refusal.code().toUpperCase(Locale.ROOT), List.of(), refusal.message());
    }
    WaitingReason waiting = transaction.tally().waiting();
    if (waiting == null) {
      return Reason.NONE;
    }
    Map<PublicKey, StatusReport.Participation> members = Names.masternodes(report);
    List<String> missing =
        waiting.missing().stream().map(key -> VoteViews.name(members, key)).toList();
    WaitingReason.NextEvent next = waiting.next();
    Long nextAtMs = waiting.nextAtMs();
    return new Reason(
        waiting.cause().name(),
        missing,
        waiting.message(),
        next == null ? "" : next.name(),
        nextAtMs == null ? OptionalLong.empty() : OptionalLong.of(nextAtMs));
  }

  private static PaymentView.Proof proof(WalletTransaction transaction) {
    if (transaction.certificate() == null) {
      return PaymentView.Proof.NONE;
    }
    return switch (transaction.proof()) {
      case UNCHECKED -> PaymentView.Proof.HELD;
      case VALID -> PaymentView.Proof.VALID;
      case INVALID -> PaymentView.Proof.INVALID;
    };
  }
}
