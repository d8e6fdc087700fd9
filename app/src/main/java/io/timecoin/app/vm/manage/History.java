package io.timecoin.app.vm.manage;

import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.wallet.book.Labels;
import io.timecoin.app.wallet.history.HistoryRow;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.tx.Transaction;
import io.timecoin.node.tx.TxOutput;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a wallet paid and received, oldest first, as rows for a file. Pure. */
final class History {

  private final SessionState state;
  private final Names names;
  private final Labels labels;
  private final Map<OutPoint, Amount> amounts = new HashMap<>();

  private History(SessionState state, Names names, Labels labels) {
    this.state = state;
    this.names = names;
    this.labels = labels;
    for (Utxo utxo : state.wallet().utxos().values()) {
      amounts.put(utxo.outPoint(), utxo.amount());
    }
    for (WalletTransaction transaction : state.wallet().transactions().values()) {
      Transaction body = transaction.body();
      for (int i = 0; body != null && i < body.outputs().size(); i++) {
        amounts.put(new OutPoint(transaction.txid(), i), body.outputs().get(i).amount());
      }
    }
  }

  /** Payments whose content is known; what will never be final is left out. */
  static List<HistoryRow> of(SessionState state, Names names, Labels labels) {
    History history = new History(state, names, labels);
    return state.wallet().transactions().values().stream()
        .sorted(Comparator.comparingLong(WalletTransaction::startedAt))
        .flatMap(transaction -> history.row(transaction).stream())
        .toList();
  }

  private Optional<HistoryRow> row(WalletTransaction transaction) {
    Transaction body = transaction.body();
    PaymentView view = PaymentViews.of(state, names, transaction);
    boolean lost = view.isSettled() && !view.isFinal();
    if (body == null || lost) {
      return Optional.empty();
    }
    HistoryRow.Direction direction =
        switch (view.direction()) {
          case IN -> HistoryRow.Direction.RECEIVED;
          case OUT -> HistoryRow.Direction.SENT;
          case WITHIN, UNKNOWN -> HistoryRow.Direction.INTERNAL;
        };
    boolean received = direction == HistoryRow.Direction.RECEIVED;
    return Optional.of(
        new HistoryRow(
            Instant.ofEpochSecond(body.timestamp()),
            transaction.txid(),
            direction,
            Amount.ofUnits(view.units()),
            received ? Amount.ZERO : fee(body),
            addresses(body, received),
            label(transaction, body),
            view.step().name().toLowerCase(Locale.ROOT),
            view.blockHeight().isPresent()
                ? Optional.of(view.blockHeight().getAsLong())
                : Optional.empty()));
  }

  /** Zero where an input's amount is not known here. */
  private Amount fee(Transaction body) {
    long in = 0;
    for (OutPoint spent : body.spends()) {
      Amount amount = amounts.get(spent);
      if (amount == null) {
        return Amount.ZERO;
      }
      in += amount.units();
    }
    return Amount.ofUnits(Math.max(0, in - body.outputSum().units()));
  }

  /** Our own addresses that were paid, or those of the others. */
  private String addresses(Transaction body, boolean own) {
    Set<Address> ours = state.wallet().own();
    return body.outputs().stream()
        .map(TxOutput::address)
        .filter(address -> ours.contains(address) == own)
        .distinct()
        .map(Address::toString)
        .collect(Collectors.joining(" "));
  }

  private String label(WalletTransaction transaction, Transaction body) {
    return labels
        .of(transaction.txid())
        .or(
            () ->
                body.outputs().stream()
                    .map(output -> labels.of(output.address()))
                    .flatMap(Optional::stream)
                    .findFirst())
        .orElse("");
  }
}
