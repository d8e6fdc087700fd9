package io.timecoin.app.main;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.wallet.WalletModel;
import io.timecoin.app.wallet.Wallet;
import io.timecoin.node.masternode.Genesis;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.util.List;

/** What a desk has more where it holds keys: a home for the money, and a way to pay. */
record WalletSide(WalletModel home, SendModel form) {

  /** What the guide of the first start proposes. */
  private static final String FIRST_CONTACT = "Bob";

  private static final long FIRST_AMOUNT = 25;

  static WalletSide of(
      Site site, Wallet wallet, Genesis genesis, NodeClient client, Background background) {
    Payer payer = new Payer(wallet, genesis.hash(), client, background, Clock.systemUTC());
    SendModel form =
        new SendModel(
            genesis.network(),
            wallet.address(),
            genesis.minFee(),
            site.names(),
            payer,
            DecimalFormatSymbols.getInstance().getDecimalSeparator());
    form.prefill(FIRST_CONTACT, FIRST_AMOUNT);
    return new WalletSide(new WalletModel(wallet.address(), site.names()), form);
  }

  List<Screen> screens() {
    return List.of(home, form);
  }
}
