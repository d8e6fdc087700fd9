package io.timecoin.app.main;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.control.Ribbon;
import io.timecoin.app.fx.shell.Navigator;
import io.timecoin.app.fx.shell.Page;
import io.timecoin.app.fx.shell.Shell;
import io.timecoin.app.view.blocks.BlocksView;
import io.timecoin.app.view.dashboard.DashboardView;
import io.timecoin.app.view.next.NextView;
import io.timecoin.app.view.send.SendView;
import io.timecoin.app.view.shell.StatusLine;
import io.timecoin.app.view.transaction.TransactionView;
import io.timecoin.app.view.transaction.TransactionsView;
import io.timecoin.app.view.utxos.UtxosView;
import io.timecoin.app.view.wallet.WalletView;
import io.timecoin.app.vm.blocks.BlocksModel;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.transaction.ProofPort.Exported;
import io.timecoin.app.vm.wallet.WalletModel;
import io.timecoin.app.wallet.Wallet;
import io.timecoin.node.masternode.Genesis;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screens of one desk inside the shell. */
final class DeskWindow {

  private static final Texts TEXTS = Texts.of(DeskWindow.class);

  /** What the guide of the first start proposes. */
  private static final String FIRST_CONTACT = "Bob";

  private static final long FIRST_AMOUNT = 25;

  private final Desk desk;
  private final Navigator navigator;
  private final Shell shell;
  private @Nullable SendModel send;

  /**
   * The screens that make sense for this desk's site.
   *
   * @param next where the last page leads to
   * @param dataFolder shown there
   */
  DeskWindow(
      Desk desk, Theme theme, Background background, NextView.Actions next, String dataFolder) {
    this.desk = desk;
    List<Page> pages = new ArrayList<>();
    Wallet wallet = desk.site().wallet();
    Genesis genesis = desk.site().genesis();
    if (wallet != null && genesis != null) {
      addWalletPages(pages, wallet, genesis, background);
    }
    pages.add(
        new Page(
            "transactions",
            TEXTS.get("page.transactions"),
            Feather.REPEAT,
            () ->
                new TransactionsView(
                    desk.transactions(), this::open, send == null ? null : this::goToSend)));
    pages.add(
        new Page(
            "utxos", TEXTS.get("page.utxos"), Feather.DATABASE, () -> new UtxosView(desk.utxos())));
    pages.add(
        new Page(
            "blocks",
            TEXTS.get("page.blocks"),
            Feather.LAYERS,
            () -> new BlocksView(desk.blocks(), this::open)));
    pages.add(
        new Page(
            "dashboard",
            TEXTS.get("page.dashboard"),
            Feather.ACTIVITY,
            () -> new DashboardView(desk.dashboard())));
    pages.add(
        new Page(
            "next", TEXTS.get("page.next"), Feather.COMPASS, () -> new NextView(next, dataFolder)));
    navigator = new Navigator(pages);
    shell = new Shell(navigator, theme);
    if (genesis != null) {
      shell.topBar().setRibbon(Ribbon.demo());
    }
    shell.topBar().setOnSearch(this::search);
    StatusLine.bind(shell.statusBar(), desk.status());
    shell.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
    navigator.go(pages.getFirst().id());
  }

  private void addWalletPages(
      List<Page> pages, Wallet wallet, Genesis genesis, Background background) {
    WalletModel home = new WalletModel(wallet.address(), desk.site().names());
    Payer payer = new Payer(wallet, genesis.hash(), desk.client(), background, Clock.systemUTC());
    SendModel form =
        new SendModel(
            genesis.network(),
            wallet.address(),
            genesis.minFee(),
            desk.site().names(),
            payer,
            DecimalFormatSymbols.getInstance().getDecimalSeparator());
    form.prefill(FIRST_CONTACT, FIRST_AMOUNT);
    send = form;
    desk.add(home);
    desk.add(form);
    pages.add(
        new Page(
            "wallet",
            TEXTS.get("page.wallet"),
            Feather.CREDIT_CARD,
            () -> new WalletView(home, walletActions(form))));
    pages.add(
        new Page(
            "send", TEXTS.get("page.send"), Feather.SEND, () -> new SendView(form, this::follow)));
  }

  private WalletView.Actions walletActions(SendModel form) {
    return new WalletView.Actions() {
      @Override
      public void send() {
        goToSend();
      }

      @Override
      public void pay(String contact) {
        form.choose(contact);
        goToSend();
      }

      @Override
      public void open(String txid) {
        DeskWindow.this.open(txid);
      }
    };
  }

  Parent root() {
    return shell;
  }

  Navigator navigator() {
    return navigator;
  }

  private void goToSend() {
    if (send != null) {
      navigator.go("send");
    }
  }

  /** From the form to the payment just sent; back leads to all payments. */
  private void follow(String txid) {
    navigator.go("transactions");
    open(txid);
  }

  private void open(String txid) {
    navigator.open(
        TEXTS.get("page.payment"), new TransactionView(desk.follow(txid), this::exported));
  }

  private void exported(Exported result) {
    switch (result) {
      case Exported.Written written ->
          shell.notifier().success(TEXTS.get("export.written", written.path()));
      case Exported.Failed failed ->
          shell.notifier().error(TEXTS.get("export.failed"), failed.reason());
      case Exported.Cancelled _ -> {}
    }
  }

  /** A payment of this wallet opens; another txid, a height and a hash are looked for in blocks. */
  private void search(String text) {
    if (desk.transactions().all().stream().anyMatch(row -> row.txid().equals(text))) {
      navigator.go("transactions");
      open(text);
      return;
    }
    if (BlocksModel.canFind(text)) {
      desk.blocks().find(text);
      navigator.go("blocks");
      return;
    }
    desk.utxos().filterProperty().set(text);
    desk.transactions().filterProperty().set(text);
    Page page = navigator.pageProperty().get();
    boolean onTable =
        text.isEmpty()
            || page != null && (page.id().equals("utxos") || page.id().equals("transactions"));
    if (!onTable) {
      navigator.go("transactions");
    }
  }

  private void shortcut(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.N) {
      goToSend();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && navigator.canGoBackProperty().get()) {
      navigator.back();
      event.consume();
    }
  }
}
