package io.timecoin.app.main;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.Theme;
import io.timecoin.app.main.node.OwnNode;
import io.timecoin.app.main.support.LogBook;
import io.timecoin.app.main.wallets.OpenedWallet;
import io.timecoin.app.main.wallets.WalletsFolder;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.masternode.MasternodeView;
import io.timecoin.app.view.network.BuildView;
import io.timecoin.app.view.welcome.WatchView;
import io.timecoin.app.view.welcome.WelcomeView;
import io.timecoin.app.vm.masternode.FoundModel;
import io.timecoin.app.vm.masternode.RunModel;
import io.timecoin.app.vm.network.BuildModel;
import io.timecoin.app.vm.settings.SettingsModel;
import io.timecoin.app.vm.utxos.UtxosModel;
import io.timecoin.app.vm.welcome.WatchModel;
import io.timecoin.app.wallet.file.FileSettings;
import io.timecoin.node.base.Network;
import io.timecoin.node.devnet.Devnet;
import java.net.URL;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One window and what is in it: first the choice, then the network being built, then a desk. */
final class AppWindow implements AutoCloseable, Ways {

  static final double WIDTH = 960;
  static final double HEIGHT = 680;

  private static final Texts TEXTS = Texts.of(AppWindow.class);

  /** Long enough to see seven tiles ready, short enough not to be waited for. */
  private static final Duration READY_SHOWN = Duration.millis(900);

  private final Stage stage;
  private final Theme theme;
  private final FileTarget files;
  private final Background background = new Background();
  private final DemoNetwork demo;
  private final WalletsFolder wallets;
  private final OwnNode ownNode;
  private final SettingsModel settings;
  private final Notices notices;
  private final Help help;
  private final StackPane root = new StackPane();
  private String pendingLink = "";
  private @Nullable BuildModel building;
  private @Nullable Desk desk;
  private @Nullable DeskWindow deskWindow;

  /** Opens nothing before {@link #show()}. */
  AppWindow(Stage stage, Theme theme, Path data, FileTarget files) {
    this.stage = stage;
    this.theme = theme;
    this.files = files;
    this.demo = new DemoNetwork(data, background);
    this.wallets = walletsFolder(data);
    this.ownNode =
        new OwnNode(
            data.resolve("networks"),
            new OwnNode.Threads(background::run, background::backOnScreen),
            running -> open(Site.own(running)));
    PreferencesFile kept = new PreferencesFile(data, background);
    this.settings = new SettingsModel(kept.read(), kept);
    this.notices =
        new Notices(
            stage, settings, new DesktopNotices(background, System.getProperty("os.name", "")));
    Exports exports = new Exports(files, background);
    this.help =
        new Help(new LogBook(data.resolve("logs"), exports::text), exports, background, data);
    Chosen.apply(settings, theme, this::speakAnew);
    URL style = Objects.requireNonNull(Parts.class.getResource("views.css"), "views.css");
    root.getStylesheets().add(style.toExternalForm());
  }

  private WalletsFolder walletsFolder(Path data) {
    SecureRandom random = new SecureRandom();
    return new WalletsFolder(
        data.resolve("wallets"),
        FileSettings.usual(random),
        random,
        new WalletsFolder.Threads(background::inOrder, background::backOnScreen),
        this::opened);
  }

  void show() {
    stage.setTitle(TEXTS.get("title"));
    stage.setMinWidth(WIDTH);
    stage.setMinHeight(HEIGHT);
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    IdleLock idle = new IdleLock(stage.getScene(), this::lock);
    settings
        .preferencesProperty()
        .subscribe(now -> idle.after(Duration.minutes(now.lockMinutes())));
    welcome();
    stage.show();
  }

  private void put(Parent content) {
    root.getChildren().setAll(content);
    content.requestFocus();
  }

  /** The first screen; what was open is closed. */
  void welcome() {
    leaveDesk();
    put(new WelcomeView(this::startDemo, this::watch, this::masternode, this::wallets));
  }

  /** Builds the demo network, or goes to it where it runs already. */
  void startDemo() {
    leaveDesk();
    if (demo.network().isPresent()) {
      openDemo();
      return;
    }
    BuildModel model = new BuildModel(demo);
    building = model;
    put(new BuildView(model, this::welcome));
    PauseTransition pause = new PauseTransition(READY_SHOWN);
    pause.setOnFinished(
        _ -> {
          if (building == model) {
            openDemo();
          }
        });
    model
        .readyProperty()
        .subscribe(
            ready -> {
              if (ready) {
                pause.play();
              }
            });
    model.start();
  }

  private void openDemo() {
    Optional<Devnet> network = demo.network();
    network.ifPresent(running -> open(Site.demo(running, demo.adminToken())));
  }

  void open(Site site) {
    leaveDesk();
    Desk opened = new Desk(site, background, files);
    desk = opened;
    show(opened);
    opened.open();
    openLink(pendingLink);
  }

  private DeskWindow show(Desk shown) {
    DeskWindow window = new DeskWindow(shown, theme, notices, this, demo.folder(), help);
    deskWindow = window;
    put(window.root());
    String name = shown.site().walletName();
    stage.setTitle(name.isEmpty() ? TEXTS.get("title") : name + " – " + TEXTS.get("title"));
    return window;
  }

  /** The same screens in the language chosen now. */
  private void speakAnew() {
    stage.setTitle(TEXTS.get("title"));
    Desk open = desk;
    DeskWindow before = deskWindow;
    if (open != null && before != null) {
      String page = before.page();
      show(open).navigator().go(page);
    }
  }

  private void leaveDesk() {
    building = null;
    Desk open = desk;
    desk = null;
    deskWindow = null;
    if (open != null) {
      open.close();
      OpenedWallet wallet = open.site().wallet();
      if (wallet != null) {
        wallet.close();
      }
    }
  }

  /** A wallet was made or opened: its desk is shown instead of what was. */
  private void opened(OpenedWallet wallet) {
    wallet.onFailure(reason -> background.backOnScreen(() -> notSaved(reason)));
    open(Site.of(wallet, demo.genesisAt(wallet.node())));
  }

  private void notSaved(String reason) {
    DeskWindow open = deskWindow;
    if (open != null) {
      open.warn(TEXTS.get("wallet.notSaved"), reason);
    }
  }

  /** Clears the keys of the wallet that is open; money is watched on. */
  private void lock() {
    Desk open = desk;
    OpenedWallet wallet = open == null ? null : open.site().wallet();
    if (wallet != null) {
      wallet.purse().lock();
    }
  }

  @Override
  public void lockWallet() {
    lock();
  }

  @Override
  public void unlock() {
    Desk open = desk;
    OpenedWallet wallet = open == null ? null : open.site().wallet();
    WalletSide side = open == null ? null : open.wallet();
    if (wallet != null && side != null) {
      walletPages().unlock(wallet, side.follower().paid());
    }
  }

  @Override
  public void wallets() {
    walletPages().list();
  }

  /** Proposes the network and node of what is open. */
  private WalletPages walletPages() {
    Desk open = desk;
    Network network = open == null ? Network.MAINNET : open.networkName();
    String node =
        open == null ? "ws://127.0.0.1:" + network.webSocketPort() : open.site().node().toString();
    return new WalletPages(wallets, this::put, this::backToDeskOrWelcome, network, node);
  }

  @Override
  public void demo() {
    startDemo();
  }

  @Override
  public void watch() {
    WatchModel model = new WatchModel((node, addresses) -> open(Site.remote(node, addresses)));
    put(new WatchView(model, this::backToDeskOrWelcome));
  }

  @Override
  public void masternode() {
    put(
        new MasternodeView(
            new FoundModel(ownNode),
            new RunModel(ownNode),
            () -> files.pick().map(Path::toString),
            this::backToDeskOrWelcome));
  }

  private void backToDeskOrWelcome() {
    DeskWindow open = deskWindow;
    if (open == null) {
      welcome();
    } else {
      put(open.root());
    }
  }

  @Override
  public void erase() {
    welcome();
    root.setDisable(true); // nothing may be started while it is deleted
    background.run(
        () -> {
          boolean erased = demo.erase();
          background.backOnScreen(
              () -> {
                root.setDisable(false);
                if (!erased) {
                  new Alert(Alert.AlertType.ERROR, TEXTS.get("erase.failed")).show();
                }
              });
        });
  }

  /** Another start of the program wants this window, and maybe a link opened; any thread. */
  void openLinkFromElsewhere(String link) {
    background.backOnScreen(
        () -> {
          stage.setIconified(false);
          stage.toFront();
          stage.requestFocus();
          openLink(link);
        });
  }

  /** Fills a payment request into the form, at once or when there is a wallet; empty for none. */
  void openLink(String link) {
    if (link.isEmpty()) {
      return;
    }
    pendingLink = link;
    DeskWindow open = deskWindow;
    if (open != null && open.pay(link)) {
      pendingLink = "";
    }
  }

  /** Coins in the table, 0 without a desk. */
  int rowsShown() {
    Desk open = desk;
    return open == null ? 0 : open.utxos().all().size();
  }

  /** Changes of state shown since the desk was opened. */
  long changesShown() {
    Desk open = desk;
    return open == null ? 0 : open.changesShown();
  }

  /** How often everything had to be asked for anew. */
  long resyncs() {
    Desk open = desk;
    return open == null ? 0 : open.resyncs();
  }

  /** The table of coins, with these in it. */
  void showAll(UtxosModel.Group group) {
    Desk open = desk;
    DeskWindow shown = deskWindow;
    if (open != null && shown != null) {
      open.utxos().groupProperty().set(group);
      shown.navigator().go("utxos");
    }
  }

  Background background() {
    return background;
  }

  Scene scene() {
    return stage.getScene();
  }

  DemoNetwork demoNetwork() {
    return demo;
  }

  @Nullable DeskWindow deskWindow() {
    return deskWindow;
  }

  /** Ends everything; blocks until the demo's nodes have ended. */
  @Override
  public void close() {
    leaveDesk();
    background.close();
    ownNode.close();
    demo.close();
    help.log().close();
  }
}
