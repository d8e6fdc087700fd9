package io.timecoin.app.vm.wallet;

import io.timecoin.app.state.Balance;
import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.StateKind;
import io.timecoin.app.wallet.Contact;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The wallet's home. */
public final class WalletModel implements Screen {

  /** Coins shown, the largest first. */
  public static final int COINS_SHOWN = 24;

  /** Payments shown, the latest first. */
  public static final int PAYMENTS_SHOWN = 6;

  /** An output as a coin on the table. */
  public record CoinView(String outPoint, long units, StateKind kind) {}

  private final Names names;
  private final String name;
  private final Purse purse;
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
  private final ReadOnlyLongWrapper available = new ReadOnlyLongWrapper(this, "available");
  private final ReadOnlyLongWrapper locked = new ReadOnlyLongWrapper(this, "locked");
  private final ReadOnlyLongWrapper frozen = new ReadOnlyLongWrapper(this, "frozen");
  private final ReadOnlyLongWrapper pending = new ReadOnlyLongWrapper(this, "pending");
  private final ReadOnlyLongWrapper coinCount = new ReadOnlyLongWrapper(this, "coinCount");
  private final ObservableList<CoinView> coins = FXCollections.observableArrayList();
  private final ObservableList<CoinView> shownCoins =
      FXCollections.unmodifiableObservableList(coins);
  private final ObservableList<PaymentView> payments = FXCollections.observableArrayList();
  private final ObservableList<PaymentView> shownPayments =
      FXCollections.unmodifiableObservableList(payments);
  private long free;
  private PersistentMap<OutPoint, Utxo> shownUtxos = PersistentMap.empty();
  private PersistentMap<Txid, WalletTransaction> shownTransactions = PersistentMap.empty();

  /**
   * The home of that wallet.
   *
   * @param name of its file, or empty
   */
  public WalletModel(String name, Purse purse, Names names) {
    this.name = name;
    this.purse = purse;
    this.names = names;
    purse.bookProperty().addListener((_, _, _) -> showFrozen());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same object: nothing changed
  public void show(SessionState state, long now) {
    Balance balance = state.wallet().balance();
    total.set(balance.total().units());
    free = balance.available();
    locked.set(balance.locked());
    pending.set(balance.pending());
    if (shownUtxos != state.wallet().utxos()) {
      shownUtxos = state.wallet().utxos();
      coinCount.set(shownUtxos.size() - state.wallet().spent());
      setIfChanged(coins, coins(shownUtxos));
    }
    showFrozen();
    if (shownTransactions != state.wallet().transactions()) {
      shownTransactions = state.wallet().transactions();
      setIfChanged(payments, payments(state));
    }
  }

  /** What is put aside is not available, and still there. */
  private void showFrozen() {
    long aside =
        purse.book().frozen().outPoints().stream()
            .map(shownUtxos::get)
            .filter(utxo -> utxo != null && utxo.stage() == Stage.UNSPENT)
            .mapToLong(utxo -> utxo.amount().units())
            .sum();
    frozen.set(aside);
    available.set(free - aside);
  }

  private static List<CoinView> coins(PersistentMap<OutPoint, Utxo> utxos) {
    return largest(utxos).stream()
        .map(
            utxo ->
                new CoinView(
                    utxo.outPoint().toString(), utxo.amount().units(), StateKind.of(utxo.stage())))
        .toList();
  }

  /** One pass with a small heap: sorting 100 000 outputs each frame would be felt. */
  private static List<Utxo> largest(PersistentMap<OutPoint, Utxo> utxos) {
    Comparator<Utxo> order =
        Comparator.comparing(Utxo::amount).thenComparing(Utxo::outPoint, Comparator.reverseOrder());
    PriorityQueue<Utxo> heap = new PriorityQueue<>(COINS_SHOWN + 1, order);
    utxos.forEach(
        (_, utxo) -> {
          if (!utxo.stage().isSpent()) {
            heap.add(utxo);
            if (heap.size() > COINS_SHOWN) {
              heap.remove();
            }
          }
        });
    return heap.stream().sorted(order.reversed()).toList();
  }

  private List<PaymentView> payments(SessionState state) {
    return shownTransactions.values().stream()
        .sorted(Comparator.comparingLong(WalletTransaction::startedAt).reversed())
        .limit(PAYMENTS_SHOWN)
        .map(transaction -> PaymentViews.of(state, names, transaction))
        .toList();
  }

  private static <T> void setIfChanged(ObservableList<T> list, List<T> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /** Of the wallet's file, or empty. */
  public String name() {
    return name;
  }

  /** Where the wallet is paid next. */
  public ObservableValue<String> addressValue() {
    return purse.keyringProperty().map(keyring -> keyring.receiveAddress().toString());
  }

  /** Whether nothing can be signed until a password is given. */
  public ReadOnlyBooleanProperty passwordNeededProperty() {
    return purse.lockedProperty();
  }

  /** Put aside by hand, in units. */
  public ReadOnlyLongProperty frozenProperty() {
    return frozen.getReadOnlyProperty();
  }

  /** Who can be paid. */
  public List<ContactView> contacts() {
    return names.contacts().stream().map(ContactView::of).toList();
  }

  /** Changes whenever {@link #contacts} may have. */
  public ReadOnlyObjectProperty<?> contactChanges() {
    return purse.bookProperty();
  }

  /** Somebody to pay. */
  public record ContactView(String name, String address) {
    static ContactView of(Contact contact) {
      return new ContactView(contact.name(), contact.address().toString());
    }
  }

  /** Everything, in units. */
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** Can be spent now, in units. */
  public ReadOnlyLongProperty availableProperty() {
    return available.getReadOnlyProperty();
  }

  /** Reserved for payments without a vote, in units. */
  public ReadOnlyLongProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** Being voted on, in units. */
  public ReadOnlyLongProperty pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** Outputs that are not spent. */
  public ReadOnlyLongProperty coinCountProperty() {
    return coinCount.getReadOnlyProperty();
  }

  /** The largest outputs that are not spent. */
  public ObservableList<CoinView> coins() {
    return shownCoins;
  }

  /** The latest payments. */
  public ObservableList<PaymentView> payments() {
    return shownPayments;
  }
}
