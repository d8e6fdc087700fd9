package io.timecoin.app.vm.receive;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.WalletTransaction;
import io.timecoin.app.vm.AmountText;
import io.timecoin.app.vm.CodeView;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.PaymentView;
import io.timecoin.app.vm.PaymentViews;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.app.wallet.book.Labels;
import io.timecoin.app.wallet.qr.QrMatrix;
import io.timecoin.app.wallet.uri.PaymentUri;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Txid;
import io.timecoin.node.tx.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asking for money. The address stays while one payment is waited for, also when it has come in:
 * whoever asked sees it become final. {@link #next} asks for another one.
 */
public final class ReceiveModel implements Screen {

  private final Purse purse;
  private final Names names;
  private final AmountText amounts;
  private final StringProperty amount = new SimpleStringProperty(this, "amount", "");
  private final StringProperty label = new SimpleStringProperty(this, "label", "");
  private final ReadOnlyObjectWrapper<Request> request;
  private final ReadOnlyObjectWrapper<Arrival> arrival =
      new ReadOnlyObjectWrapper<>(this, "arrival", Arrival.NONE);
  private PersistentMap<Txid, WalletTransaction> shown = PersistentMap.empty();
  private Address address;

  /**
   * What is asked for.
   *
   * @param problem with the amount as typed
   * @param units the amount, 0 for any
   * @param code the link as a picture
   */
  public record Request(
      String address, String link, long units, AmountText.Problem problem, CodeView code) {}

  /**
   * What came in on the address.
   *
   * @param units all payments together
   * @param payment the latest, or null while there is none
   */
  public record Arrival(long units, @Nullable PaymentView payment) {
    /** Nothing yet. */
    public static final Arrival NONE = new Arrival(0, null);
  }

  /** Asks for any amount at the wallet's next address. */
  public ReceiveModel(Purse purse, Names names, char decimalSeparator) {
    this.purse = purse;
    this.names = names;
    this.amounts = new AmountText(decimalSeparator);
    this.address = purse.keyring().receiveAddress();
    this.request = new ReadOnlyObjectWrapper<>(this, "request", read());
    amount.addListener((_, _, _) -> typed());
    label.addListener((_, _, _) -> typed());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same object: nothing changed
  public void show(SessionState state, long now) {
    if (state.wallet().transactions() == shown) {
      return;
    }
    shown = state.wallet().transactions();
    List<WalletTransaction> paying =
        shown.values().stream()
            .filter(transaction -> units(transaction.body()) > 0)
            .sorted(Comparator.comparingLong(WalletTransaction::startedAt))
            .toList();
    arrival.set(
        paying.isEmpty()
            ? Arrival.NONE
            : new Arrival(
                paying.stream().mapToLong(transaction -> units(transaction.body())).sum(),
                PaymentViews.of(state, names, paying.getLast())));
  }

  private long units(@Nullable Transaction body) {
    return body == null
        ? 0
        : body.outputs().stream()
            .filter(output -> output.address().equals(address))
            .mapToLong(output -> output.amount().units())
            .sum();
  }

  /** Who asks for something after a payment came in asks for another one. */
  private void typed() {
    if (arrival.get().payment() != null && !isBlank()) {
      moveOn();
    }
    refresh();
  }

  private boolean isBlank() {
    return amount.get().isBlank() && label.get().isBlank();
  }

  private void refresh() {
    request.set(read());
  }

  private Request read() {
    AmountText.Read read =
        amount.get().isBlank()
            ? new AmountText.Read(Amount.ZERO, AmountText.Problem.NONE)
            : amounts.read(amount.get());
    Optional<Amount> asked =
        read.isError() || read.amount().units() == 0
            ? Optional.empty()
            : Optional.of(read.amount());
    String text = Labels.tidied(label.get());
    String fitting = text.substring(0, Math.min(text.length(), Labels.CHARS_MAX));
    String link = new PaymentUri(address, asked, "", fitting).write();
    return new Request(
        address.toString(),
        link,
        read.amount().units(),
        read.problem(),
        CodeView.of(QrMatrix.of(link).orElse(null)));
  }

  /**
   * Keeps what the payment is for as the label of its address, as soon as the link is handed out.
   */
  public void handedOut() {
    if (!label.get().isBlank()) {
      String text = label.get().substring(0, Math.min(label.get().length(), Labels.CHARS_MAX));
      purse.write(book -> book.with(book.labels().with(new LabelTarget.OfAddress(address), text)));
    }
  }

  /**
   * Asks for another payment, at an address that nobody was told.
   *
   * @return whether there was one: twenty unpaid ones in a row are enough
   */
  public boolean next() {
    handedOut();
    if (!moveOn()) {
      return false;
    }
    amount.set("");
    label.set("");
    refresh();
    return true;
  }

  /** To an address that nobody was told; whether there was one. */
  private boolean moveOn() {
    Address before = address;
    if (purse.keyring().receiveAddress().equals(before) && !purse.fresh()) {
      return false;
    }
    address = purse.keyring().receiveAddress();
    arrival.set(Arrival.NONE);
    shown = PersistentMap.empty();
    return !address.equals(before);
  }

  /** The amount in TIME as typed, empty for any. */
  public StringProperty amountProperty() {
    return amount;
  }

  /** What the payment is for. */
  public StringProperty labelProperty() {
    return label;
  }

  /** What is asked for. */
  public ReadOnlyObjectProperty<Request> requestProperty() {
    return request.getReadOnlyProperty();
  }

  /** What came in. */
  public ReadOnlyObjectProperty<Arrival> arrivalProperty() {
    return arrival.getReadOnlyProperty();
  }
}
