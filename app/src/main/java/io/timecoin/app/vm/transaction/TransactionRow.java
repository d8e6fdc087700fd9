package io.timecoin.app.vm.transaction;

import io.timecoin.app.vm.PaymentView;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A line of the table; changes inside, so that the table is never sorted or filtered for it. */
public final class TransactionRow {

  private final String txid;
  private final ReadOnlyObjectWrapper<PaymentView> payment;

  TransactionRow(PaymentView first) {
    this.txid = first.txid();
    this.payment = new ReadOnlyObjectWrapper<>(this, "payment", first);
  }

  void show(PaymentView now) {
    if (!now.equals(payment.get())) {
      payment.set(now);
    }
  }

  /** Stays. */
  public String txid() {
    return txid;
  }

  /** The payment as it stands. */
  public PaymentView payment() {
    return payment.get();
  }

  /** The payment as it stands. */
  public ReadOnlyObjectProperty<PaymentView> paymentProperty() {
    return payment.getReadOnlyProperty();
  }
}
