package io.timecoin.app.main;

import io.timecoin.app.fx.Discretion;
import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.fx.control.Ribbon;
import io.timecoin.app.fx.shell.Banner;
import io.timecoin.app.fx.shell.Command;
import io.timecoin.app.fx.shell.Navigator;
import io.timecoin.app.fx.shell.Page;
import io.timecoin.app.fx.shell.Shell;
import io.timecoin.app.fx.state.BadgeState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.blocks.BlocksView;
import io.timecoin.app.view.dashboard.DashboardView;
import io.timecoin.app.view.logs.LogsView;
import io.timecoin.app.view.manage.ManageView;
import io.timecoin.app.view.network.NetworkView;
import io.timecoin.app.view.next.NextView;
import io.timecoin.app.view.receive.ReceiveView;
import io.timecoin.app.view.send.SendView;
import io.timecoin.app.view.settings.SettingsView;
import io.timecoin.app.view.shell.StatusLine;
import io.timecoin.app.view.support.SupportView;
import io.timecoin.app.view.transaction.TransactionView;
import io.timecoin.app.view.transaction.TransactionsView;
import io.timecoin.app.view.trial.FaultBanner;
import io.timecoin.app.view.trial.TrialView;
import io.timecoin.app.view.utxos.CoinPage;
import io.timecoin.app.view.utxos.UtxosView;
import io.timecoin.app.view.wallet.WalletView;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.blocks.BlocksModel;
import io.timecoin.app.vm.news.News;
import io.timecoin.app.vm.send.SendModel;
import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.SettingsModel;
import io.timecoin.app.vm.trial.TrialModel;
import io.timecoin.node.base.OutPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** The screens of one desk inside the shell. */
final class DeskWindow {

  private static final Texts TEXTS = Texts.of(DeskWindow.class);

  private final Desk desk;
  private final SettingsModel settings;
  private final Notices notices;
  private final Ways next;
  private final Help help;
  private final Navigator navigator;
  private final Shell shell;

  /**
   * The screens that make sense for this desk's site.
   *
   * @param next where the last page leads to
   * @param demoFolder shown there
   * @param help for when something is wrong
   */
  DeskWindow(Desk desk, Theme theme, Notices notices, Ways next, Path demoFolder, Help help) {
    this.help = help;
    this.desk = desk;
    this.settings = notices.settings();
    this.notices = notices;
    this.next = next;
    List<Page> pages = new ArrayList<>();
    WalletSide wallet = desk.wallet();
    if (wallet != null) {
      addWalletPages(pages, wallet);
    }
    pages.add(
        page(
            "transactions",
            Feather.REPEAT,
            () ->
                new TransactionsView(
                    desk.transactions(), this::open, wallet == null ? null : this::goToSend)));
    pages.add(
        page(
            "utxos",
            Feather.DATABASE,
            () -> new UtxosView(desk.utxos(), this::spend, this::openCoin)));
    pages.add(page("blocks", Feather.LAYERS, () -> new BlocksView(desk.blocks(), this::open)));
    pages.add(
        page("network", Feather.SHARE_2, () -> new NetworkView(desk.network(), this::undoable)));
    pages.add(
        page(
            "dashboard",
            Feather.ACTIVITY,
            () -> new DashboardView(desk.dashboard(), this::export)));
    TrialModel trial = desk.trial();
    if (trial != null) {
      pages.add(page("trial", Feather.ZAP, () -> new TrialView(trial, trialActions())));
    }
    if (wallet != null) {
      pages.add(
          page("manage", Feather.SLIDERS, () -> new ManageView(wallet.manage(), manageTells())));
    }
    pages.add(page("next", Feather.COMPASS, () -> new NextView(next, demoFolder.toString())));
    pages.add(
        page(
            "settings",
            Feather.SETTINGS,
            () ->
                new SettingsView(
                    settings, SiteFacts.of(desk, help.dataFolder()), settingsActions())));
    navigator = new Navigator(pages);
    shell = new Shell(navigator, theme);
    if (desk.site().isDemo()) {
      shell.topBar().setRibbon(Ribbon.demo());
    }
    shell.topBar().setOnSearch(this::search);
    shell.setCommands(this::commands);
    desk.onNews(this::tell);
    StatusLine.bind(shell.statusBar(), desk.status());
    StatusLine.mark(shell, desk.status());
    if (trial != null) {
      shell.addBanner(FaultBanner.of(trial));
    }
    if (wallet != null) {
      shell.addBanner(lockedBanner(wallet.purse()));
    }
    shell.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
    navigator.go(pages.getFirst().id());
  }

  private Banner lockedBanner(Purse purse) {
    Button unlock = Parts.button(TEXTS.get("wallet.unlock"), Feather.UNLOCK, next::unlock, "small");
    unlock.setId("banner-unlock");
    Banner banner = new Banner(BadgeState.LOCKED, Feather.LOCK, unlock);
    banner
        .textProperty()
        .bind(purse.lockedProperty().map(locked -> locked ? TEXTS.get("wallet.locked") : ""));
    return banner;
  }

  private static Page page(String id, Feather icon, Supplier<? extends Node> content) {
    return new Page(id, TEXTS.get("page." + id), icon, content);
  }

  private void addWalletPages(List<Page> pages, WalletSide wallet) {
    pages.add(
        page(
            "wallet",
            Feather.CREDIT_CARD,
            () -> new WalletView(wallet.home(), walletActions(wallet.form()))));
    pages.add(
        page(
            "send", Feather.SEND, () -> new SendView(wallet.form(), wallet.scan(), sendActions())));
    pages.add(
        page(
            "receive",
            Feather.DOWNLOAD,
            () -> new ReceiveView(wallet.receive(), receiveActions())));
  }

  /** What Ctrl+K offers besides the pages. */
  private List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    if (desk.wallet() != null) {
      commands.add(command("send", Feather.SEND, Command.control("N"), this::goToSend));
    }
    if (desk.site().wallet() != null) {
      boolean locked = desk.wallet() != null && desk.wallet().purse().lockedProperty().get();
      commands.add(
          command(
              locked ? "unlock" : "lock",
              locked ? Feather.UNLOCK : Feather.LOCK,
              Command.control("L"),
              this::toggleLock));
    }
    commands.add(command("wallets", Feather.CREDIT_CARD, "", next::wallets));
    commands.add(command("log", Feather.FILE_TEXT, "", this::showLog));
    commands.add(command("diagnostics", Feather.LIFE_BUOY, "", this::diagnose));
    boolean hidden = Discretion.onProperty().get();
    commands.add(
        command(
            hidden ? "reveal" : "discreet",
            hidden ? Feather.EYE : Feather.EYE_OFF,
            Command.control("H"),
            DeskWindow::toggleDiscretion));
    for (Look look : Look.values()) {
      commands.add(
          command(
              "look." + look.name(),
              look == Look.LIGHT ? Feather.SUN : Feather.MOON,
              "",
              () -> settings.change(now -> now.with(look))));
    }
    return commands;
  }

  private static Command command(String id, Feather icon, String keys, Runnable action) {
    return new Command(id, TEXTS.get("do." + id), keys, icon, action);
  }

  private static void toggleDiscretion() {
    Discretion.onProperty().set(!Discretion.onProperty().get());
  }

  /** Says that something went wrong, until it is closed. */
  void warn(String sentence, String details) {
    shell.notifier().error(sentence, details);
  }

  private void undoable(String sentence, String undo, Runnable action) {
    shell.notifier().undoable(sentence, undo, action);
  }

  private void tell(News news) {
    boolean watched =
        page().equals("trial") || news instanceof News.Final && navigator.canGoBackProperty().get();
    if (!watched) { // who looks at the payment, or breaks the network, has seen it happen
      notices.tell(news, shell.notifier());
    }
  }

  private void toggleLock() {
    WalletSide wallet = desk.wallet();
    if (desk.site().wallet() == null || wallet == null) {
      return; // the demo's key has no password
    }
    if (wallet.purse().lockedProperty().get()) {
      next.unlock();
    } else {
      next.lockWallet();
    }
  }

  private SettingsView.Actions settingsActions() {
    return new SettingsView.Actions(
        () -> notices.tryOut(shell.notifier()), this::showLog, this::diagnose);
  }

  private void showLog() {
    navigator.open(TEXTS.get("page.log"), new LogsView(help.logs(), this::exported));
  }

  private void diagnose() {
    navigator.open(
        TEXTS.get("page.diagnostics"),
        new SupportView(help.diagnostics(desk, settings.now()), this::exported));
  }

  /** The id of the page that is shown. */
  String page() {
    Page page = navigator.pageProperty().get();
    return page == null ? navigator.pages().getFirst().id() : page.id();
  }

  private ManageView.Tell manageTells() {
    return new ManageView.Tell() {
      @Override
      public void done(String sentence) {
        shell.notifier().success(sentence);
      }

      @Override
      public void undoable(String sentence, String undo, Runnable action) {
        shell.notifier().undoable(sentence, undo, action);
      }

      @Override
      public void failed(String sentence, String details) {
        warn(sentence, details);
      }
    };
  }

  private TrialView.Actions trialActions() {
    return new TrialView.Actions() {
      @Override
      public void open(String txid) {
        DeskWindow.this.open(txid);
      }

      @Override
      public void contest(Node view) {
        navigator.open(TEXTS.get("page.contest"), view);
      }
    };
  }

  private ReceiveView.Actions receiveActions() {
    return new ReceiveView.Actions() {
      @Override
      public void merchant(Node view) {
        navigator.open(TEXTS.get("page.merchant"), view);
      }

      @Override
      public void open(String txid) {
        DeskWindow.this.open(txid);
      }

      @Override
      public void noMore() {
        shell.notifier().info(TEXTS.get("receive.noMore"));
      }
    };
  }

  private SendView.Actions sendActions() {
    return new SendView.Actions() {
      @Override
      public void sent(String txid) {
        follow(txid);
      }

      @Override
      public void chooseCoins() {
        navigator.go("utxos");
      }

      @Override
      public void unlock() {
        next.unlock();
      }
    };
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

  /** Fills a payment request into the form; whether there is a form here. */
  boolean pay(String link) {
    WalletSide wallet = desk.wallet();
    if (wallet == null) {
      return false;
    }
    wallet.form().follow(link);
    goToSend();
    return true;
  }

  /** From coins chosen by hand to the form. */
  private void spend(List<String> outPoints) {
    WalletSide wallet = desk.wallet();
    if (wallet != null) {
      wallet
          .form()
          .pick(outPoints.stream().map(OutPoint::parse).collect(Collectors.toUnmodifiableSet()));
      goToSend();
    }
  }

  private void goToSend() {
    if (desk.wallet() != null) {
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

  private void openCoin(String outPoint) {
    navigator.open(TEXTS.get("page.coin"), new CoinPage(desk.followCoin(outPoint), this::open));
  }

  private void export(String name, String text) {
    help.exports().text(name, text, this::exported);
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
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.L) {
      toggleLock();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.H) {
      toggleDiscretion();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && navigator.canGoBackProperty().get()) {
      navigator.back();
      event.consume();
    }
  }
}
