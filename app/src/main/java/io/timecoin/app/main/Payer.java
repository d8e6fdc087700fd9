package io.timecoin.app.main;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.vm.send.PaymentPort;
import io.timecoin.app.wallet.Payment;
import io.timecoin.app.wallet.Wallet;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.tx.Transaction;
import java.time.Clock;
import java.util.function.Consumer;

/** Signs on a background thread and hands the payment to the connection. */
record Payer(
    Wallet wallet, Hash256 genesisHash, NodeClient client, Background background, Clock clock)
    implements PaymentPort {

  @Override
  public void pay(Payment payment, Consumer<String> signed) {
    background.run(
        () -> {
          long now = clock.instant().getEpochSecond();
          Transaction transaction = wallet.sign(genesisHash, payment, now);
          client.pay(transaction);
          String txid = transaction.txid().toString();
          background.backOnScreen(() -> signed.accept(txid));
        });
  }
}
