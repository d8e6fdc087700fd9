package io.timecoin.app.main;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.send.PaymentPort;
import io.timecoin.app.wallet.Keyring;
import io.timecoin.app.wallet.Payment;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.tx.Transaction;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Signs on a background thread and hands the payment to the connection. */
record Payer(
    Purse purse,
    Supplier<Hash256> genesisHash,
    NodeClient client,
    Background background,
    Clock clock)
    implements PaymentPort {

  @Override
  public void pay(Payment payment, Consumer<String> signed, Runnable refused) {
    Keyring keyring = purse.keyring();
    Hash256 network = genesisHash.get();
    background.run(
        () -> {
          long now = clock.instant().getEpochSecond();
          switch (keyring.sign(network, payment, now)) {
            case Keyring.Signed done -> {
              Transaction transaction = done.transaction();
              client.pay(transaction);
              background.backOnScreen(() -> signed.accept(transaction.txid().toString()));
            }
            case Keyring.MissingKeys _ -> background.backOnScreen(refused); // locked meanwhile
          }
        });
  }
}
