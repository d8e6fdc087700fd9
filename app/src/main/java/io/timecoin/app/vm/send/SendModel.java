package io.timecoin.app.vm.send;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Stage;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.wallet.CoinPool;
import io.timecoin.app.wallet.Contact;
import io.timecoin.app.wallet.OwnCoin;
import io.timecoin.app.wallet.Payment;
import io.timecoin.app.wallet.PaymentDraft;
import io.timecoin.app.wallet.PaymentPlan;
import io.timecoin.app.wallet.Recipient;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The send screen. */
public final class SendModel implements Screen {

  private final Network network;
  private final Address own;
  private final Names names;
  private final PaymentPort port;
  private final AmountText amounts;
  private final StringProperty recipient = new SimpleStringProperty(this, "recipient", "");
  private final StringProperty amount = new SimpleStringProperty(this, "amount", "");
  private final ReadOnlyObjectWrapper<FieldError> recipientError =
      new ReadOnlyObjectWrapper<>(this, "recipientError", FieldError.NONE);
  private final ReadOnlyObjectWrapper<FieldError> amountError =
      new ReadOnlyObjectWrapper<>(this, "amountError", FieldError.NONE);
  private final ReadOnlyStringWrapper recipientName =
      new ReadOnlyStringWrapper(this, "recipientName", "");
  private final ReadOnlyObjectWrapper<SpendPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", SpendPreview.NONE);
  private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(this, "sending");
  private final ReadOnlyLongWrapper available = new ReadOnlyLongWrapper(this, "available");
  private PersistentMap<OutPoint, Utxo> utxos = PersistentMap.empty();
  private Amount fee;
  private @Nullable Payment payment;

  /**
   * A form with empty fields.
   *
   * @param own where change goes
   * @param fee the network's least fee, until the node reports it
   * @param decimalSeparator of the language amounts are typed in
   */
  public SendModel(
      Network network,
      Address own,
      Amount fee,
      Names names,
      PaymentPort port,
      char decimalSeparator) {
    this.network = network;
    this.own = own;
    this.fee = fee;
    this.names = names;
    this.port = port;
    this.amounts = new AmountText(decimalSeparator);
    recipient.addListener((_, _, _) -> refresh());
    amount.addListener((_, _, _) -> refresh());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same object: nothing changed
  public void show(SessionState state, long now) {
    StatusReport report = state.network().report();
    Amount feeNow = report == null ? fee : report.minFee();
    if (utxos == state.wallet().utxos() && feeNow.equals(fee)) {
      return;
    }
    boolean feeChanged = !feeNow.equals(fee);
    fee = feeNow;
    utxos = state.wallet().utxos();
    available.set(state.wallet().balance().available());
    if (feeChanged || !planHolds()) {
      refresh();
    }
  }

  /** Whether every coin of the plan can still be spent; choosing anew costs a sort of them all. */
  private boolean planHolds() {
    Payment planned = payment;
    return planned != null
        && planned.inputs().stream()
            .map(OwnCoin::outPoint)
            .map(utxos::get)
            .allMatch(this::spendable);
  }

  private boolean spendable(@Nullable Utxo utxo) {
    return utxo != null && utxo.stage() == Stage.UNSPENT;
  }

  private List<OwnCoin> coins() {
    return utxos.values().stream()
        .filter(this::spendable)
        .map(utxo -> new OwnCoin(utxo.outPoint(), utxo.amount(), utxo.address()))
        .toList();
  }

  /** Fills in a contact and an amount in TIME. */
  public void prefill(String contact, long time) {
    names.contacts().stream()
        .filter(candidate -> candidate.name().equals(contact))
        .map(Contact::address)
        .findFirst()
        .ifPresent(address -> recipient.set(address.toString()));
    amount.set(amounts.write(Amount.ofTime(time)));
  }

  /** Fills in all that can be sent, the fee kept back. */
  public void fillMax() {
    long rest = available.get() - fee.units();
    if (rest > 0) {
      amount.set(amounts.write(Amount.ofUnits(rest)));
    }
  }

  /** Signs and sends what is previewed; does nothing while something is missing or under way. */
  public void send(Consumer<String> sent) {
    Payment ready = payment;
    if (ready == null || sending.get()) {
      return;
    }
    sending.set(true);
    refresh();
    port.pay(
        ready,
        txid -> {
          sending.set(false);
          refresh();
          sent.accept(txid);
        });
  }

  private void refresh() {
    Optional<Address> to = readRecipient();
    Optional<Amount> units = readAmount();
    payment = null;
    preview.set(SpendPreview.NONE);
    if (units.isPresent()) {
      // Without a recipient yet, the amount is checked against the coins all the same.
      Recipient paid = new Recipient(to.orElse(own), units.get());
      PaymentDraft draft = PaymentDraft.of(List.of(paid), fee, own);
      switch (PaymentPlan.of(CoinPool.of(coins()), draft, fee)) {
        case PaymentPlan.Ready ready -> {
          if (to.isPresent()) {
            payment = ready.payment();
            preview.set(SpendPreview.of(ready.payment(), names));
          }
        }
        case PaymentPlan.NotEnough less ->
            amountError.set(
                new FieldError(FieldError.Kind.NOT_ENOUGH, "", less.available().units()));
        case PaymentPlan.TooManyPieces many ->
            amountError.set(
                new FieldError(FieldError.Kind.TOO_MANY_PIECES, "", many.reachable().units()));
        case PaymentPlan.OutOfRange _ -> amountError.set(FieldError.of(FieldError.Kind.TOO_LARGE));
        case PaymentPlan.FeeTooLow _, PaymentPlan.CannotSpend _, PaymentPlan.NoRecipient _ ->
            throw new IllegalStateException("one recipient, the least fee, nothing picked");
        case PaymentPlan.TooManyRecipients _ ->
            throw new IllegalStateException("one recipient is not too many");
      }
    }
    sendable.set(payment != null && !sending.get());
  }

  private Optional<Address> readRecipient() {
    String text = recipient.get().strip();
    recipientError.set(FieldError.NONE);
    recipientName.set("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Address address = Address.parse(text);
      if (!address.belongsTo(network)) {
        recipientError.set(FieldError.of(FieldError.Kind.OTHER_NETWORK));
        return Optional.empty();
      }
      recipientName.set(names.of(address).orElse(""));
      return Optional.of(address);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      recipientError.set(new FieldError(FieldError.Kind.NOT_AN_ADDRESS, why, 0));
      return Optional.empty();
    }
  }

  private Optional<Amount> readAmount() {
    amountError.set(FieldError.NONE);
    if (amount.get().isBlank()) {
      return Optional.empty();
    }
    AmountText.Read read = amounts.read(amount.get());
    amountError.set(read.error());
    return read.error().isError() ? Optional.empty() : Optional.of(read.amount());
  }

  /** Names that can be chosen instead of typing an address. */
  public List<String> contactNames() {
    return names.contacts().stream().map(Contact::name).toList();
  }

  /** Fills in the contact of that name. */
  public void choose(String contact) {
    names.contacts().stream()
        .filter(candidate -> candidate.name().equals(contact))
        .findFirst()
        .ifPresent(found -> recipient.set(found.address().toString()));
  }

  /** The address as typed. */
  public StringProperty recipientProperty() {
    return recipient;
  }

  /** The amount in TIME as typed. */
  public StringProperty amountProperty() {
    return amount;
  }

  /** What is wrong with the address. */
  public ReadOnlyObjectProperty<FieldError> recipientErrorProperty() {
    return recipientError.getReadOnlyProperty();
  }

  /** What is wrong with the amount. */
  public ReadOnlyObjectProperty<FieldError> amountErrorProperty() {
    return amountError.getReadOnlyProperty();
  }

  /** The contact at the typed address, or empty. */
  public ReadOnlyStringProperty recipientNameProperty() {
    return recipientName.getReadOnlyProperty();
  }

  /** What would be signed; {@link SpendPreview#NONE} while something is missing. */
  public ReadOnlyObjectProperty<SpendPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Whether {@link #send} would do something. */
  public ReadOnlyBooleanProperty sendableProperty() {
    return sendable.getReadOnlyProperty();
  }

  /** Whether a payment is being signed. */
  public ReadOnlyBooleanProperty sendingProperty() {
    return sending.getReadOnlyProperty();
  }

  /** Can be spent now, in units. */
  public ReadOnlyLongProperty availableProperty() {
    return available.getReadOnlyProperty();
  }
}
