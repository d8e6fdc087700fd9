package io.timecoin.app.vm.transaction;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Screen;
import io.timecoin.node.base.Txid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** All payments, the latest first. */
public final class TransactionsModel implements Screen {

  private static final Comparator<TransactionRow> LATEST_FIRST =
      Comparator.comparingLong((TransactionRow row) -> row.payment().startedMillis())
          .reversed()
          .thenComparing(TransactionRow::txid);

  private final Names names;
  private final ObservableList<TransactionRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TransactionRow> allRows =
      FXCollections.unmodifiableObservableList(rows);
  private final FilteredList<TransactionRow> shown = new FilteredList<>(rows);
  private final Map<Txid, TransactionRow> byTxid = new HashMap<>();
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private PersistentMap<Txid, WalletTransaction> seen = PersistentMap.empty();

  /** No payments. */
  public TransactionsModel(Names names) {
    this.names = names;
    filter.addListener((_, _, text) -> shown.setPredicate(row -> matches(row.payment(), text)));
  }

  @Override
  public void show(SessionState state, long now) {
    PersistentMap<Txid, WalletTransaction> current = state.wallet().transactions();
    List<TransactionRow> added = new ArrayList<>();
    Set<TransactionRow> gone = new HashSet<>();
    current.changesSince(
        seen,
        new PersistentMap.Changes<>() {
          @Override
          public void put(
              Txid txid, @Nullable WalletTransaction before, WalletTransaction transaction) {
            PaymentView view = PaymentViews.of(state, names, transaction);
            TransactionRow row = byTxid.get(txid);
            if (row != null) {
              row.show(view);
              return;
            }
            TransactionRow made = new TransactionRow(view);
            byTxid.put(txid, made);
            added.add(made);
          }

          @Override
          public void removed(Txid txid, WalletTransaction before) {
            TransactionRow row = byTxid.remove(txid);
            if (row != null) {
              gone.add(row);
            }
          }
        });
    seen = current;
    if (!gone.isEmpty()) {
      rows.removeIf(gone::contains);
    }
    insert(added);
  }

  private void insert(List<TransactionRow> added) {
    added.sort(LATEST_FIRST);
    boolean latest =
        rows.isEmpty()
            || (!added.isEmpty() && LATEST_FIRST.compare(added.getLast(), rows.getFirst()) < 0);
    if (added.isEmpty()) {
      return;
    }
    rows.addAll(0, added);
    if (!latest) {
      FXCollections.sort(rows, LATEST_FIRST);
    }
  }

  private static boolean matches(PaymentView payment, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || payment.txid().contains(wanted)
        || payment.counterparty().toLowerCase(Locale.ROOT).contains(wanted)
        || payment.kind().name().replace("_", "").toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** What the filter lets through. */
  public ObservableList<TransactionRow> rows() {
    return shown;
  }

  /** How many there are, filtered or not. */
  public ObservableList<TransactionRow> all() {
    return allRows;
  }

  /** Part of a txid, a name, an address or a state; empty for everything. */
  public StringProperty filterProperty() {
    return filter;
  }
}
