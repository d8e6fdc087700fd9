package io.timecoin.app.main;

import io.timecoin.app.client.NodeClient;
import io.timecoin.app.main.scan.CodeScanner;
import io.timecoin.app.main.wallets.WalletKeeper;
import io.timecoin.app.main.wallets.WalletsFolder;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.PurseFollower;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.manage.ManageModel;
import io.timecoin.app.vm.receive.ReceiveModel;
import io.timecoin.app.vm.send.ScanModel;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.wallet.WalletModel;
import io.timecoin.node.base.Hash256;
import io.timecoin.node.masternode.Genesis;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a desk has more where it holds keys: a home for the money, and a way to pay. */
record WalletSide(
    Purse purse,
    PurseFollower follower,
    WalletModel home,
    SendModel form,
    ScanModel scan,
    ReceiveModel receive,
    ManageModel manage) {

  /** What the guide of the first start proposes. */
  private static final String FIRST_CONTACT = "Bob";

  private static final long FIRST_AMOUNT = 25;

  static WalletSide of(
      Site site,
      Purse purse,
      Supplier<Hash256> genesisHash,
      NodeClient client,
      Background background,
      FileTarget files) {
    Payer payer = new Payer(purse, genesisHash, client, background, Clock.systemUTC());
    Genesis genesis = site.genesis();
    char separator = DecimalFormatSymbols.getInstance().getDecimalSeparator();
    SendModel form =
        new SendModel(
            purse,
            genesis == null ? Genesis.DEFAULT_MIN_FEE : genesis.minFee(),
            genesis != null,
            site.names(),
            payer,
            separator);
    if (site.isDemo()) {
      form.prefill(FIRST_CONTACT, FIRST_AMOUNT);
    }
    return new WalletSide(
        purse,
        new PurseFollower(purse),
        new WalletModel(site.walletName(), purse, site.names()),
        form,
        new ScanModel(
            new CodeScanner(files::pick, background::run, background::backOnScreen), form::follow),
        new ReceiveModel(purse, site.names(), separator),
        new ManageModel(purse, site.names(), keeper(site, background, files)));
  }

  private static WalletKeeper keeper(Site site, Background background, FileTarget files) {
    WalletKeeper.Chooser chooser =
        new WalletKeeper.Chooser() {
          @Override
          public Optional<Path> target(String suggestedName) {
            return files.choose(suggestedName);
          }

          @Override
          public Optional<Path> source() {
            return files.pick();
          }
        };
    return new WalletKeeper(
        site.wallet(),
        chooser,
        new WalletsFolder.Threads(background::inOrder, background::backOnScreen));
  }

  List<Screen> screens() {
    return List.of(receive, follower, home, form, manage);
  }
}
