package io.timecoin.app.vm.send;

import io.timecoin.app.vm.AmountText;
import io.timecoin.app.vm.Names;
import io.timecoin.app.wallet.Recipient;
import io.timecoin.app.wallet.uri.PaymentUri;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Amount;
import io.timecoin.node.base.Network;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Who gets how much, as typed. */
public final class RecipientLine {

  private final Network network;
  private final Names names;
  private final AmountText amounts;
  private final StringProperty recipient = new SimpleStringProperty(this, "recipient", "");
  private final StringProperty amount = new SimpleStringProperty(this, "amount", "");
  private final ReadOnlyObjectWrapper<FieldError> recipientError =
      new ReadOnlyObjectWrapper<>(this, "recipientError", FieldError.NONE);
  private final ReadOnlyObjectWrapper<FieldError> amountError =
      new ReadOnlyObjectWrapper<>(this, "amountError", FieldError.NONE);
  private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper(this, "what", "");
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private @Nullable Address address;
  private @Nullable Amount units;

  RecipientLine(Network network, Names names, AmountText amounts, Runnable changed) {
    this.network = network;
    this.names = names;
    this.amounts = amounts;
    recipient.addListener((_, _, typed) -> typed(typed, changed));
    amount.addListener((_, _, _) -> changed.run());
  }

  /** A link that was pasted becomes what it says. */
  private void typed(String text, Runnable changed) {
    if (text.strip().toLowerCase(Locale.ROOT).startsWith(PaymentUri.SCHEME)
        && PaymentUri.parse(text.strip()) instanceof PaymentUri.Understood(PaymentUri uri)) {
      uri.amount().ifPresent(asked -> amount.set(amounts.write(asked)));
      what.set(uri.label().isEmpty() ? uri.message() : uri.label());
      recipient.set(uri.address().toString());
    } else {
      changed.run();
    }
  }

  /** Reads both fields anew. */
  void read() {
    address = readRecipient();
    units = readAmount();
  }

  private @Nullable Address readRecipient() {
    String text = recipient.get().strip();
    recipientError.set(FieldError.NONE);
    name.set("");
    if (text.isEmpty()) {
      return null;
    }
    if (text.toLowerCase(Locale.ROOT).startsWith(PaymentUri.SCHEME)
        && PaymentUri.parse(text) instanceof PaymentUri.Refused refused) {
      recipientError.set(FieldError.of(refused));
      return null;
    }
    try {
      Address read = Address.parse(text);
      if (!read.belongsTo(network)) {
        recipientError.set(FieldError.of(FieldError.Kind.OTHER_NETWORK));
        return null;
      }
      name.set(names.of(read).orElse(""));
      return read;
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      recipientError.set(new FieldError(FieldError.Kind.NOT_AN_ADDRESS, why, 0));
      return null;
    }
  }

  private @Nullable Amount readAmount() {
    amountError.set(FieldError.NONE);
    if (amount.get().isBlank()) {
      return null;
    }
    AmountText.Read read = amounts.read(amount.get());
    amountError.set(FieldError.of(read.problem()));
    return read.isError() ? null : read.amount();
  }

  /** What both fields say, where both say something. */
  Optional<Recipient> complete() {
    return address == null || units == null
        ? Optional.empty()
        : Optional.of(new Recipient(address, units));
  }

  /** The amount with somebody to get it: whoever is meant, or that address meanwhile. */
  Optional<Recipient> orMeanwhile(Address other) {
    return units == null
        ? Optional.empty()
        : Optional.of(new Recipient(address == null ? other : address, units));
  }

  void refuseAmount(FieldError error) {
    amountError.set(error);
  }

  void write(Amount filled) {
    amount.set(amounts.write(filled));
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

  /** What the link says it is for, or empty. */
  public ReadOnlyStringProperty whatProperty() {
    return what.getReadOnlyProperty();
  }

  /** The contact at the typed address, or empty. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }
}
