package io.timecoin.app.vm.send;

import io.timecoin.app.state.PersistentMap;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.state.Utxo;
import io.timecoin.app.vm.AmountText;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
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
import io.timecoin.node.base.OutPoint;
import io.timecoin.node.protocol.StatusReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The send screen: one payment to one or several people, from coins chosen here or by hand. */
public final class SendModel implements Screen {

  /** Lines that still fit a screen; more people are paid by another payment. */
  public static final int LINES_MAX = 16;

  /** A fee of more times the least one is a mistake, mostly an amount in the wrong field. */
  static final long FEE_TIMES_MAX = 1_000;

  private final Purse purse;
  private final Names names;
  private final PaymentPort port;
  private final AmountText amounts;
  private final ObservableList<RecipientLine> lines = FXCollections.observableArrayList();
  private final StringProperty feeText = new SimpleStringProperty(this, "fee", "");
  private final ReadOnlyObjectWrapper<FieldError> feeError =
      new ReadOnlyObjectWrapper<>(this, "feeError", FieldError.NONE);
  private final ReadOnlyObjectWrapper<Set<OutPoint>> picked =
      new ReadOnlyObjectWrapper<>(this, "picked", Set.of());
  private final ReadOnlyObjectWrapper<SpendPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", SpendPreview.NONE);
  private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper(this, "sending");
  private final ReadOnlyLongWrapper available = new ReadOnlyLongWrapper(this, "available");
  private PersistentMap<OutPoint, Utxo> utxos = PersistentMap.empty();
  private Amount least;
  private boolean networkKnown;
  private @Nullable Payment payment;
  private final Reserved reserved = new Reserved();

  /**
   * A form with one empty line.
   *
   * @param least the network's least fee, until the node reports it
   * @param networkKnown whether payments can be signed before the node reports its network
   * @param decimalSeparator of the language amounts are typed in
   */
  public SendModel(
      Purse purse,
      Amount least,
      boolean networkKnown,
      Names names,
      PaymentPort port,
      char decimalSeparator) {
    this.purse = purse;
    this.least = least;
    this.networkKnown = networkKnown;
    this.names = names;
    this.port = port;
    this.amounts = new AmountText(decimalSeparator);
    feeText.addListener((_, _, _) -> refresh());
    purse.bookProperty().addListener((_, _, _) -> coinsChanged());
    purse.lockedProperty().addListener((_, _, _) -> coinsChanged());
    addLine();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same object: nothing changed
  public void show(SessionState state, long now) {
    StatusReport report = state.network().report();
    Amount leastNow = report == null ? least : report.minFee();
    boolean known = networkKnown || report != null;
    boolean otherRules = !leastNow.equals(least) || known != networkKnown;
    boolean otherCoins = reserved.follow(state.wallet().transactions());
    if (utxos == state.wallet().utxos() && !otherRules && !otherCoins) {
      return;
    }
    least = leastNow;
    networkKnown = known;
    utxos = state.wallet().utxos();
    coinsChanged();
  }

  private void coinsChanged() {
    available.set(spendable().units());
    picked.set(
        picked.get().stream()
            .filter(coin -> spendable().all(Set.of(coin)))
            .collect(Collectors.toUnmodifiableSet()));
    if (!planHolds()) { // choosing anew costs a sort of them all
      refresh();
    }
  }

  private boolean planHolds() {
    Payment planned = payment;
    return planned != null
        && sendable.get() == maySend()
        && planned.fee().compareTo(least) >= 0
        && spendable().all(planned.inputs().stream().map(OwnCoin::outPoint).toList());
  }

  private Spendable spendable() {
    return new Spendable(purse, utxos, reserved.coins());
  }

  private boolean maySend() {
    return !sending.get() && networkKnown && !purse.lockedProperty().get();
  }

  /** One more person to pay; does nothing when there are {@link #LINES_MAX}. */
  public void addLine() {
    if (lines.size() < LINES_MAX) {
      lines.add(new RecipientLine(purse.keyring().network(), names, amounts, this::refresh));
      refresh();
    }
  }

  /** One less; the last one is emptied instead. */
  public void removeLine(RecipientLine line) {
    if (lines.size() > 1) {
      lines.remove(line);
    } else {
      line.recipientProperty().set("");
      line.amountProperty().set("");
    }
    refresh();
  }

  /** Everything as it was before anything was typed. */
  public void clear() {
    picked.set(Set.of());
    feeText.set("");
    lines.setAll(new RecipientLine(purse.keyring().network(), names, amounts, this::refresh));
    refresh();
  }

  /** Spends exactly these coins; none: the wallet chooses again. */
  public void pick(Set<OutPoint> coins) {
    picked.set(Set.copyOf(coins));
    refresh();
  }

  /**
   * Fills in a payment link: address, amount where there is one.
   *
   * @return why it must not be followed, or {@link FieldError#NONE}
   */
  public FieldError follow(String link) {
    RecipientLine line = freeLine();
    line.recipientProperty().set(link);
    return line.recipientErrorProperty().get();
  }

  /** Fills in a contact and an amount in TIME. */
  public void prefill(String contact, long time) {
    choose(contact);
    lines.getFirst().write(Amount.ofTime(time));
  }

  /** Fills in the contact of that name, in the first line that names nobody. */
  public void choose(String contact) {
    names.contacts().stream()
        .filter(candidate -> candidate.name().equals(contact))
        .findFirst()
        .ifPresent(found -> freeLine().recipientProperty().set(found.address().toString()));
  }

  private RecipientLine freeLine() {
    return lines.stream()
        .filter(line -> line.recipientProperty().get().isBlank())
        .findFirst()
        .orElse(lines.getFirst());
  }

  /** Fills in all that is left for that line, the fee kept back. */
  public void fillMax(RecipientLine line) {
    List<Recipient> others =
        lines.stream()
            .filter(other -> !other.equals(line))
            .flatMap(other -> other.orMeanwhile(changeTo()).stream())
            .toList();
    PaymentDraft draft =
        new PaymentDraft(others, changeTo(), picked.get(), fee().orElse(least), changeTo());
    if (PaymentPlan.of(spendable().pool(), draft, least) instanceof PaymentPlan.Ready ready) {
      line.write(ready.payment().recipients().getLast().amount());
    }
  }

  /** Signs and sends what is previewed; does nothing while something is missing or under way. */
  public void send(Consumer<String> sent) {
    Payment ready = payment;
    if (ready == null || !sendable.get()) {
      return;
    }
    sending.set(true);
    refresh();
    port.pay(
        ready,
        txid -> {
          sending.set(false);
          sent.accept(txid); // first: an empty form has nothing the keyboard could stay on
          clear();
        },
        () -> {
          sending.set(false);
          refresh();
        });
  }

  private Address changeTo() {
    return purse.keyring().changeAddress();
  }

  private Optional<Amount> fee() {
    feeError.set(FieldError.NONE);
    if (feeText.get().isBlank()) {
      return Optional.of(least);
    }
    AmountText.Read read = amounts.read(feeText.get());
    feeError.set(FieldError.of(read.problem()));
    if (read.isError()) {
      return Optional.empty();
    }
    long most = least.units() * FEE_TIMES_MAX;
    if (read.amount().units() > most) {
      feeError.set(new FieldError(FieldError.Kind.FEE_TOO_HIGH, "", most));
      return Optional.empty();
    }
    return Optional.of(read.amount());
  }

  private void refresh() {
    payment = null;
    preview.set(SpendPreview.NONE);
    lines.forEach(RecipientLine::read);
    Optional<Amount> fee = fee();
    // Without a recipient yet, the amount is checked against the coins all the same.
    List<Recipient> paid =
        lines.stream().flatMap(line -> line.orMeanwhile(changeTo()).stream()).toList();
    if (fee.isPresent() && paid.size() == lines.size()) {
      PaymentDraft draft = new PaymentDraft(paid, null, picked.get(), fee.get(), changeTo());
      CoinPool pool = spendable().pool();
      planned(PaymentPlan.of(pool, draft, least));
    }
    sendable.set(payment != null && maySend());
  }

  private void planned(PaymentPlan plan) {
    switch (plan) {
      case PaymentPlan.Ready ready -> {
        if (lines.stream().allMatch(line -> line.complete().isPresent())) {
          payment = ready.payment();
          preview.set(SpendPreview.of(ready.payment(), names));
        }
      }
      case PaymentPlan.NotEnough less ->
          refuse(FieldError.Kind.NOT_ENOUGH, less.available().units());
      case PaymentPlan.TooManyPieces many ->
          refuse(FieldError.Kind.TOO_MANY_PIECES, many.reachable().units());
      case PaymentPlan.OutOfRange _ -> refuse(FieldError.Kind.TOO_LARGE, 0);
      case PaymentPlan.FeeTooLow low ->
          feeError.set(new FieldError(FieldError.Kind.FEE_TOO_LOW, "", low.least().units()));
      case PaymentPlan.CannotSpend _ -> refuse(FieldError.Kind.COIN_GONE, 0);
      case PaymentPlan.NoRecipient _, PaymentPlan.TooManyRecipients _ ->
          throw new IllegalStateException("the form has 1 to " + LINES_MAX + " lines");
    }
  }

  private void refuse(FieldError.Kind kind, long units) {
    lines.getLast().refuseAmount(new FieldError(kind, "", units));
  }

  /** Names that can be chosen instead of typing an address. */
  public List<String> contactNames() {
    return names.contacts().stream().map(Contact::name).toList();
  }

  /** Changes whenever {@link #contactNames} may have. */
  public ReadOnlyObjectProperty<?> contactChanges() {
    return purse.bookProperty();
  }

  /** Who is paid, never empty. */
  public ObservableList<RecipientLine> lines() {
    return lines;
  }

  /** The fee in TIME as typed; empty for the least. */
  public StringProperty feeProperty() {
    return feeText;
  }

  /** What is wrong with the fee. */
  public ReadOnlyObjectProperty<FieldError> feeErrorProperty() {
    return feeError.getReadOnlyProperty();
  }

  /** The network's least fee, in units. */
  public long leastFee() {
    return least.units();
  }

  /** Coins chosen by hand; empty while the wallet chooses. */
  public ReadOnlyObjectProperty<Set<OutPoint>> pickedProperty() {
    return picked.getReadOnlyProperty();
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

  /** Whether a password is needed before anything can be signed. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return purse.lockedProperty();
  }

  /** Can be spent now, in units. */
  public ReadOnlyLongProperty availableProperty() {
    return available.getReadOnlyProperty();
  }
}
