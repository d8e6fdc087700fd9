package io.timecoin.app.vm.send;

import io.timecoin.app.wallet.Payment;
import java.util.function.Consumer;

/** Signs payments and hands them to the network. */
public interface PaymentPort {

  /**
   * Returns at once.
   *
   * @param signed told the txid on the thread of the screens, when the payment is on its way
   * @param refused run there instead, when there is no key for a coin: the wallet was locked
   */
  void pay(Payment payment, Consumer<String> signed, Runnable refused);
}
